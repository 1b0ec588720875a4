;; For each filter its highest sum over all windows of a text: see convolution.ts, which says what the numbers mean.
;; Eight filters at a time, since a comment asks for thirty thousand additions and script adds one number at a time.
;; `npm run assemble` writes data/convolution-kernel.ts from this file.
(module
  (import "host" "memory" (memory 1))
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
        (br $windows)))))
