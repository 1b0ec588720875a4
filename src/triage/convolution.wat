;; What convolution.ts asks for, eight numbers at a time: a comment takes thirty thousand additions, and each word that is
;; new to the table as many products, where script takes one number at a time.
;; `npm run assemble` writes data/convolution-kernel.ts from this file.
(module
  (import "host" "memory" (memory 1))

  ;; For each filter its highest sum over all windows of a text.
  ;; All in bytes: where the rows are; where the first window's words begin and where no window begins any more; how many
  ;; bytes of words a window has; within a row where its taps are; how many bytes one place of the taps takes; where the
  ;; highest sums are.
  (func (export "pool")
    (param $rows i32) (param $at i32) (param $end i32) (param $window i32) (param $tap i32) (param $place i32)
    (param $maxima i32)
    (local $filter i32) (local $word i32) (local $past i32) (local $from i32) (local $address i32) (local $highest i32)
    (local $low v128) (local $high v128)
    (block $done
      (loop $windows
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $past (i32.add (local.get $at) (local.get $window)))
        (local.set $filter (i32.const 0))
        (loop $filters
          (local.set $low (v128.const i32x4 0 0 0 0))
          (local.set $high (v128.const i32x4 0 0 0 0))
          (local.set $word (local.get $at))
          (local.set $from (i32.add (local.get $rows) (i32.add (local.get $tap) (local.get $filter))))
          (loop $words
            (local.set $address
              (i32.add (local.get $from) (i32.shl (i32.load (local.get $word)) (i32.const 1))))
            (local.set $low (i32x4.add (local.get $low) (v128.load16x4_s (local.get $address))))
            (local.set $high (i32x4.add (local.get $high) (v128.load16x4_s offset=8 (local.get $address))))
            (local.set $from (i32.add (local.get $from) (local.get $place)))
            (local.set $word (i32.add (local.get $word) (i32.const 4)))
            (br_if $words (i32.lt_u (local.get $word) (local.get $past))))
          (local.set $highest (i32.add (local.get $maxima) (i32.shl (local.get $filter) (i32.const 1))))
          (v128.store (local.get $highest)
            (i32x4.max_s (v128.load (local.get $highest)) (local.get $low)))
          (v128.store offset=16 (local.get $highest)
            (i32x4.max_s (v128.load offset=16 (local.get $highest)) (local.get $high)))
          (local.set $filter (i32.add (local.get $filter) (i32.const 16)))
          (br_if $filters (i32.lt_u (local.get $filter) (local.get $place))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $windows))))

  ;; The taps of one word: for every eight of them the sum over its vector of product after product, in fixed point.
  ;; All in bytes: where the vector is and where it ends; where the weights are, for each eight taps number by number;
  ;; where the taps go and where they end; and what one stands for.
  (func (export "fill")
    (param $vector i32) (param $past i32) (param $weights i32) (param $row i32) (param $end i32) (param $unit f32)
    (local $from i32) (local $value v128) (local $low v128) (local $high v128)
    (loop $taps
      (local.set $low (v128.const f32x4 0 0 0 0))
      (local.set $high (v128.const f32x4 0 0 0 0))
      (local.set $from (local.get $vector))
      (loop $numbers
        (local.set $value (v128.load32_splat (local.get $from)))
        (local.set $low (f32x4.add (local.get $low)
          (f32x4.mul (local.get $value) (v128.load (local.get $weights)))))
        (local.set $high (f32x4.add (local.get $high)
          (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $weights)))))
        (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br_if $numbers (i32.lt_u (local.get $from) (local.get $past))))
      (v128.store (local.get $row)
        (i16x8.narrow_i32x4_s
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest (f32x4.mul (local.get $low) (f32x4.splat (local.get $unit)))))
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest (f32x4.mul (local.get $high) (f32x4.splat (local.get $unit)))))))
      (local.set $row (i32.add (local.get $row) (i32.const 16)))
      (br_if $taps (i32.lt_u (local.get $row) (local.get $end))))))
