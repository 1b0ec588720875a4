import {
  across,
  blur,
  box,
  dice,
  dot,
  down,
  glow,
  line,
  moved,
  person,
  picture,
  r,
  shape,
  times,
} from './drawing-parts.ts'

/** Paving that shrinks towards the back: rows of joints between `top` and `bottom`. */
function paving(top: number, bottom: number, colour: string, seed: number): string {
  const throwDice = dice(seed)
  const rows = 13
  const yOf = (i: number): number => top + (bottom - top) * (i / rows) ** 1.7
  const across = times(rows, (i) => `M0 ${r(yOf(i))}H1600`)
  const along = times(rows, (i) => {
    const step = 26 + (yOf(i) - top) * 0.34
    return times(Math.ceil(1600 / step) + 1, (j) => {
      const x = j * step - throwDice() * step * 0.4
      return `M${r(x)} ${r(yOf(i))}L${r(x + (x - 800) * 0.012)} ${r(yOf(i + 1))}`
    })
  })
  return line(colour, 2, across + along, 0.35)
}

export const hall = (): string => {
  const column = (x: number): string =>
    box('url(#column)', x, 352, 62, 330) +
    shape('#efe4cf', `M${x - 12} 352v-22h86v22zM${x - 8} 700v-18h78v18z`) +
    shape('#8c7c65', `M${x - 12} 352h86v5h-86z`, 0.7)
  const window = (x: number, y: number): string =>
    box('#c9b899', x - 10, y - 10, 90, 156) +
    box('#4f6470', x, y, 70, 136) +
    shape('#8ea5ad', `M${x} ${y}h70l-70 96z`, 0.55) +
    line('#efe4cf', 5, `M${x + 35} ${y}v136M${x} ${y + 46}h70M${x} ${y + 92}h70`) +
    box('#efe4cf', x - 14, y + 142, 98, 10)
  const hand = (degrees: number, length: number, width: number): string =>
    `<path transform="rotate(${degrees} 800 226)" stroke="#2c2823" stroke-width="${width}" stroke-linecap="round" d="M800 236V${226 - length}"/>`
  const tree = (x: number, s: number): string =>
    moved(
      x,
      700,
      s,
      line('#4b3d31', 16, 'M0 10Q-6-90 4-190M0-110l-50-70M2-140l54-60') +
        shape(
          '#55694a',
          'M-150-210q-30-80 50-110 20-80 100-66 90-30 120 60 70 50 20 120-40 60-110 40-60 40-110 6-50 0-70-50z',
        ) +
        shape('#6d8259', 'M-130-240q-10-60 60-76 30-60 96-50-60 30-60 80-60 0-96 46z', 0.8) +
        shape('#3d4f38', 'M-100-180q60 40 120 10 60 20 110-40 10 60-60 76-60 30-110 0-50 0-60-46z', 0.6),
    )
  return picture(
    down('sky', [0, '#86a9c0'], [0.7, '#c6d6da'], [1, '#e6e6dc']) +
      across('column', [0, '#fbf3e2'], [0.35, '#f1e6d1'], [0.7, '#c2b195'], [1, '#988871']) +
      down('wall', [0, '#dccdb2'], [1, '#cbb999']) +
      down('paving', [0, '#c0b39d'], [1, '#8f8473']) +
      blur('far', 14) +
      blur('soft', 3),
    `${box('url(#sky)', 0, 0, 1600, 760)}<g filter="url(#far)"><ellipse cx="300" cy="120" rx="300" ry="34" fill="#f7f5ee" fill-opacity=".8"/><ellipse cx="1340" cy="190" rx="260" ry="30" fill="#f7f5ee" fill-opacity=".7"/><ellipse cx="1180" cy="80" rx="190" ry="20" fill="#f7f5ee" fill-opacity=".6"/></g>
${shape('#a8998a', 'M0 420l80-40 90 44v-30l70-34 90 50v320H0zM1270 410l80-50 70 40v-26l90-36 90 46v340h-330z')}${times(10, (i) => box('#7b7476', 26 + (i % 5) * 52, 470 + Math.floor(i / 5) * 90, 20, 40, 0.8) + box('#7b7476', 1322 + (i % 5) * 54, 460 + Math.floor(i / 5) * 90, 20, 40, 0.8))}
${box('url(#wall)', 290, 312, 1020, 400)}${shape('#b9a787', 'M290 520h1020v8H290zM290 610h1020v5H290z', 0.6)}${window(364, 380)}${window(1166, 380)}${window(364, 548)}${window(1166, 548)}
${box('#a08e70', 520, 312, 560, 388, 0.55)}${shape('#8a785d', 'M700 700V486q0-84 100-84t100 84v214z')}${shape('#5a2a26', 'M718 700V494h76v206zM806 700V494h76v206z')}${shape('#7b3a33', 'M730 514h52v70h-52zM730 604h52v78h-52zM818 514h52v70h-52zM818 604h52v78h-52z')}${shape('#cfdcdc', 'M718 484q4-64 82-66 78 2 82 66z', 0.9)}${line('#8a785d', 5, 'M800 418v66M744 440l56 44 56-44')}${dot('#d9b65c', 786, 600, 5)}${dot('#d9b65c', 814, 600, 5)}
${shape('#5f5240', 'M520 330h560v90q-280-70-560 30z', 0.38)}${column(548)}${column(664)}${column(874)}${column(990)}
${shape('#e9dcc3', 'M270 288h1060v44H270z')}${shape('#a89677', 'M270 326h1060v8H270zM290 300h1020v4H290z', 0.8)}${times(52, (i) => box('#a89677', 296 + i * 19.6, 308, 9, 12, 0.6))}
${shape('#e3d5ba', 'M250 290 800 92l550 198z')}${shape('#c7b595', 'M372 280 800 126l428 154z')}${shape('#f3e8d2', 'M250 290 800 92l550 198h-40L800 110 290 290z')}${shape('#8f7d60', 'M372 280 800 126l16 6-410 148z', 0.5)}
${dot('#8f7d60', 803, 229, 70)}${dot('#e3d5ba', 800, 226, 68)}${dot('#faf6ea', 800, 226, 57)}${times(12, (i) => `<path transform="rotate(${i * 30} 800 226)" stroke="#2c2823" stroke-width="${i % 3 === 0 ? 6 : 3}" d="M800 174v10"/>`)}${hand(300, 46, 4.5)}${hand(55, 30, 7)}${dot('#2c2823', 800, 226, 5)}
${line('#6b6a66', 6, 'M800 96V6')}${shape('#2f5d62', 'M803 10q40-8 64 4 26 10 52 2v44q-30 8-56-2-26-10-60-2z')}${tree(176, 1.05)}${tree(1432, 1.12)}
${box('url(#paving)', 0, 694, 1600, 206)}${paving(770, 900, '#6b604f', 3)}
${[0, 1, 2, 3, 4].map((i) => box(['#eadfc9', '#e4d7bf', '#ded0b6', '#d8c9ad', '#d2c2a4'][i] ?? '', 470 - i * 34, 694 + i * 17, 660 + i * 68, 17) + box('#8d7c62', 470 - i * 34, 706 + i * 17, 660 + i * 68, 5, 0.55)).join('')}
${shape('#4d4433', 'M600 779l-150 40h-40l160-46zM1008 745l120 30h-34l-96-24zM1218 838l170 44h-46l-140-38zM280 846l-150 44H84l170-50z', 0.35)}
${person(600, 779, 112, '#35424f', { head: '#2d2620' })}${person(640, 776, 104, '#8e2426', { head: '#6b4a32', bag: '#d9c9a6' })}${person(1008, 742, 96, '#55604a', { head: '#c9c2b4', lean: 2 })}${person(1218, 842, 138, '#2c3138', { head: '#3b2c22', bag: '#6f5a3f' })}${person(280, 850, 142, '#7a6a50', { head: '#3a3029' })}${person(330, 846, 84, '#31606a', { head: '#7a5a3c' })}
${times(7, (i) => moved(700 + i * 47 + (i % 3) * 13, 846 + (i % 4) * 9, 1, shape('#5d646c', 'M-12-4q4-12 14-10l4-6q6-2 7 3l4 2-4 2q0 12-12 12l-16 4z') + line('#5a4436', 1.6, 'M0 0v6M4 0v6')))}`,
  )
}

export const market = (): string => {
  const throwDice = dice(59)
  const house = (x: number, width: number, top: number, wall: string, roof: string): string =>
    box(wall, x, top, width, 560 - top) +
    shape(roof, `M${x - 8} ${top + 4}l24-64h${width - 32}l24 64z`) +
    times(6, (i) => {
      const wx = x + 22 + (i % 3) * ((width - 74) / 2)
      const wy = top + 36 + Math.floor(i / 3) * 110
      return (
        box('#f1eade', wx - 5, wy - 5, 40, 70) +
        box('#5c6b73', wx, wy, 30, 60) +
        line('#f1eade', 3, `M${r(wx + 15)} ${wy}v60M${r(wx)} ${wy + 28}h30`)
      )
    })
  const awning = (x: number, y: number, width: number, colour: string): string => {
    const stripes = 9
    const w = width / stripes
    return (
      times(stripes, (i) => {
        const left = x + i * w
        const slant = (k: number): number => (k - stripes / 2) * 9
        return (
          shape(
            i % 2 ? '#f4ecdd' : colour,
            `M${r(left - slant(i) * 0.9)} ${y - 84}L${r(left + w - slant(i + 1) * 0.9)} ${y - 84} ${r(left + w)} ${y} ${r(left)} ${y}z`,
          ) +
          shape(i % 2 ? '#e2d7c2' : colour, `M${r(left)} ${y}h${r(w)}v20q${r(-w / 2)} 22 ${r(-w)} 0z`) +
          (i % 2 ? '' : shape('#000000', `M${r(left)} ${y}h${r(w)}v20q${r(-w / 2)} 22 ${r(-w)} 0z`, 0.14))
        )
      }) + shape('#2a2420', `M${x + 10} ${y + 34}h${width - 20}v150h${-width + 20}z`, 0.28)
    )
  }
  const crate = (x: number, y: number, w: number, colours: string[]): string =>
    shape('#8a6d48', `M${x} ${y}h${w}l6 46h${-w - 12}z`) +
    shape(
      '#6d5537',
      `M${x - 3} ${y + 16}h${w + 6}l1 6h${-w - 8}zM${x - 5} ${y + 34}h${w + 10}l1 5h${-w - 12}z`,
    ) +
    times(3, (row) =>
      times(Math.floor(w / 21), (i) => {
        const c = colours[Math.floor(throwDice() * colours.length)] ?? ''
        const cx = r(x + 11 + i * 21 + (row % 2) * 8)
        const cy = r(y - row * 11 + throwDice() * 4)
        return cx > x + w - 4 ? '' : dot(c, cx, cy, 12) + dot('#ffffff', r(cx - 4), r(cy - 4), 3, 0.35)
      }),
    )
  const fish = (x: number, y: number, turn: number, colour: string): string =>
    `<g transform="translate(${x} ${y}) rotate(${turn})">${shape(colour, 'M-46 0q34-24 76-5l20-12q-5 15 0 29L30 5Q-12 22-46 0z')}${shape('#e9f0f0', 'M-42 3q34 14 70 2-34 16-70-2z', 0.85)}${dot('#1d2a30', -32, -3, 2.6)}</g>`
  const stall = (x: number, width: number, cloth: string): string =>
    shape('#7d6346', `M${x} 600h${width}v20h${-width}z`) +
    box(cloth, x + 6, 620, width - 12, 122) +
    times(8, (i) => shape('#000000', `M${r(x + 20 + (i * (width - 30)) / 8)} 620h10l-4 122h-12z`, 0.1))
  const plums = ['#5a2a4a', '#6b3155', '#472039', '#7d3d5f']
  return picture(
    down('sky', [0, '#c9d6d8'], [1, '#ece7d8']) +
      down('ground', [0, '#a39c8e'], [1, '#6e685d']) +
      down('cloth', [0, '#8a2a2a'], [1, '#651c1e']) +
      down('green', [0, '#35605c'], [1, '#234542']) +
      blur('back', 3.2) +
      blur('soft', 8) +
      glow('shade', [0, '#2c2822', 0.5], [1, '#2c2822', 0]),
    `${box('url(#sky)', 0, 0, 1600, 560)}<g filter="url(#back)">${house(-20, 240, 150, '#d9b98f', '#6f5a55')}${house(214, 210, 110, '#b9c2b4', '#5d5350')}${house(418, 250, 180, '#e3d6bd', '#7a5a4b')}${house(662, 220, 96, '#c98f77', '#544c4d')}${house(876, 260, 168, '#cfd0c6', '#6b5852')}${house(1130, 210, 120, '#e0c9a0', '#5d5350')}${house(1334, 280, 160, '#b7a99a', '#6f5a55')}</g>
${box('url(#ground)', 0, 548, 1600, 352)}${paving(560, 900, '#4d483f', 21)}<ellipse cx="380" cy="752" rx="400" ry="34" fill="url(#shade)"/><ellipse cx="1210" cy="752" rx="420" ry="34" fill="url(#shade)"/>
${person(740, 640, 118, '#6b7680', { head: '#3a2e27' })}${person(786, 634, 110, '#a3663f', { head: '#c7beb0', bag: '#e1d2ae' })}${person(846, 622, 96, '#4c5a4c', { head: '#2f2620' })}
${line('#5d4a36', 12, 'M72 740V330M688 740V330M912 740V330M1520 740V330')}${awning(40, 330, 680, '#9c1c1f')}${awning(880, 330, 680, '#2f5d62')}
${person(250, 640, 190, '#e9e4d8', { head: '#5a4332' })}${shape('#27425a', 'M228 540h46l6 100h-58z')}${person(1380, 640, 186, '#51684f', { head: '#b9b0a2' })}
${shape('#dfe9ea', 'M80 590l30-44h560l30 54H80z')}${times(60, () => {
  const x = 110 + throwDice() * 560
  const y = 554 + throwDice() * 38
  return shape(throwDice() < 0.5 ? '#f7fbfb' : '#c3d3d6', `M${r(x)} ${r(y)}l12-5 9 7-9 6z`, 0.8)
})}
${fish(170, 574, -4, '#7f99a3')}${fish(276, 566, 5, '#93abb2')}${fish(382, 578, -6, '#748f9a')}${fish(486, 566, 3, '#c58f77')}${fish(590, 576, -3, '#c8977f')}${fish(226, 590, 2, '#88a1a9')}${fish(436, 590, -2, '#9ab0b5')}${fish(540, 592, 4, '#7f99a3')}${shape('#e8c53f', 'M330 590a15 15 0 1 0 30 0zM640 590a14 14 0 1 0 28 0z')}${stall(60, 640, 'url(#cloth)')}
${crate(920, 556, 128, plums)}${crate(1066, 556, 128, ['#c9792f', '#d88a3a', '#bf6a26'])}${crate(1212, 556, 128, plums)}${crate(1400, 556, 110, ['#7f9a4b', '#93ab57', '#6b8740'])}${stall(900, 640, 'url(#green)')}
${shape('#f6f0e2', 'M1098 640h120v54h-120zM300 640h120v54H300z')}${line('#3a332b', 5, 'M1114 658h88M1114 676h54M316 658h88M316 676h60')}
${person(620, 850, 268, '#2d3640', { head: '#33261e', bag: '#c8a86c' })}${person(1010, 866, 282, '#7d3326', { head: '#a59a8b', bag: '#b58f58' })}${person(1096, 850, 168, '#3c6f78', { head: '#6b4a30' })}`,
  )
}

export const library = (): string => {
  const colours = [
    '#7a3b2e',
    '#a9793f',
    '#3f5a5c',
    '#5f6b45',
    '#a79b80',
    '#4a3d55',
    '#7d2226',
    '#2f4254',
    '#8c6a4a',
    '#c2b38f',
  ]
  const shelves = (left: number, right: number, seed: number): string => {
    const throwDice = dice(seed)
    return (
      box('#2a1f19', left, 60, right - left, 640) +
      times(6, (row) => {
        const floor = 156 + row * 106
        let x = left + 10
        let books = ''
        while (x < right - 24) {
          const w = 9 + throwDice() * 15
          const h = 58 + throwDice() * 28
          const colour = colours[Math.floor(throwDice() * colours.length)] ?? ''
          if (throwDice() < 0.93)
            books +=
              shape(colour, `M${r(x)} ${r(floor - h)}h${r(w)}v${r(h)}h${r(-w)}z`) +
              (throwDice() < 0.4
                ? shape(
                    '#e8d9ae',
                    `M${r(x)} ${r(floor - h + 12)}h${r(w)}v4h${r(-w)}zM${r(x)} ${r(floor - 16)}h${r(w)}v3h${r(-w)}z`,
                    0.55,
                  )
                : '') +
              box('#000000', r(x + w - 2.5), r(floor - h), 2.5, r(h), 0.25)
          x += w + 1
        }
        return (
          books +
          box('#5c4430', left, floor, right - left, 12) +
          box('#000000', left, floor + 12, right - left, 9, 0.35)
        )
      }) +
      shape(
        '#6b5038',
        `M${left - 8} 40h18v672h-18zM${right - 10} 40h18v672h-18zM${left - 16} 34h${right - left + 32}v22h${left - right - 32}z`,
      )
    )
  }
  const lamp = (x: number, y: number, s: number): string =>
    moved(
      x,
      y,
      s,
      `<ellipse cx="0" cy="-10" rx="190" ry="60" fill="url(#lamp)"/>${box('#b08a3e', -4, -88, 8, 84)}${shape('#8c6a2c', 'M-34 0q34-16 68 0z')}${shape('#245b46', 'M-74-82q4-44 74-46 70 2 74 46z')}${shape('#3f8565', 'M-60-92q10-26 60-28-40 10-46 28z', 0.8)}${shape('#fff0bd', 'M-74-82h148l-8 9H-66z')}`,
    )
  return picture(
    down('wall', [0, '#4a3b30'], [1, '#33271f']) +
      down('pane', [0, '#cfe0e4'], [0.7, '#f3efdc'], [1, '#f8e6bb']) +
      down('table', [0, '#8a5f3a'], [0.18, '#6f4a2d'], [1, '#38241a']) +
      down('ray', [0, '#fff2cf', 0.5], [1, '#fff2cf', 0]) +
      glow('lamp', [0, '#ffe7a6', 0.75], [1, '#ffe7a6', 0]) +
      down('shade', [0, '#120c08', 0], [1, '#120c08', 0.75]) +
      blur('soft', 12) +
      blur('near', 4),
    `${box('url(#wall)', 0, 0, 1600, 900)}${shelves(40, 560, 5)}${shelves(1040, 1560, 8)}
${shape('#2a1f19', 'M600 700V250q0-190 200-190t200 190v450z')}${shape('url(#pane)', 'M622 680V256q0-174 178-174t178 174v424z')}${shape('#9db7a6', 'M622 600q60-50 110-34t90-20 156 30v104H622z', 0.6)}${shape('#7c9a86', 'M622 640q90-30 180-12t176-14v66H622z', 0.6)}${line('#3b2c22', 9, 'M800 82v598M711 110v570M889 110v570M622 250h356M622 394h356M622 538h356')}${shape('#6b5038', 'M584 676h432v26H584z')}
<g filter="url(#soft)">${shape('url(#ray)', 'M640 120h320L1420 900H900z', 0.8)}${shape('url(#ray)', 'M640 120h140L760 900H240z', 0.4)}</g>
${box('url(#shade)', 0, 560, 1600, 340)}
${shape('#2b2f38', 'M1046 704q-6-96 54-110 70-8 84 110z')}${shape('#3d424d', 'M1050 704q-2-90 50-106-20 40-16 106z', 0.8)}${dot('#b58769', 1106, 562, 33)}${shape('#2a1d16', 'M1072 566q-6-44 36-44 40 2 34 44-4-22-24-24-30 6-46 24z')}${shape('#b58769', 'M1070 690q-40 6-66 14v-10q30-14 62-16z')}
${shape('#6d3a34', 'M430 708q-8-84 46-98 66-6 76 98z')}${dot('#8a5f48', 486, 580, 29)}${shape('#3a2a20', 'M456 590q-8-44 30-46 40 2 32 50 0-26-16-32-26 0-46 28z')}
${shape('url(#table)', 'M150 700h1300l150 200H0z')}${shape('#c08d58', 'M150 700h1300l8 10H142z', 0.7)}${shape('#ffe3a0', 'M560 712h330l90 188H470z', 0.13)}
${lamp(330, 744, 1)}${lamp(1270, 744, 1)}${lamp(800, 726, 0.86)}
${shape('#efe6d0', 'M940 738q44-16 84-2 42-14 88 2l14 44q-56-18-100 0-44-16-98 0z')}${line('#8d7f66', 2, 'M1024 738l2 44M956 748q30-8 54 0M954 758q32-8 58 0M952 768q34-8 60 0M1040 748q30-8 58 0M1042 758q30-8 60 0M1044 768q32-8 62 0', 0.7)}${shape('#d9ccb0', 'M424 746h130l10 28H412z')}${shape('#7d2226', 'M560 790h150l12 34H546z')}${shape('#3f5a5c', 'M570 770h132l8 20H562z')}${shape('#e9dfc6', 'M562 790h148l2 5H561z')}`,
  )
}

export const gull = (): string => {
  const throwDice = dice(33)
  return picture(
    down('wall', [0, '#d8cfbd'], [1, '#b5a992']) +
      across('door', [0, '#2c5a66'], [0.8, '#24505c'], [1, '#183a45']) +
      across('brass', [0, '#8a6420'], [0.3, '#f2d788'], [0.55, '#c99a3e'], [1, '#6b4a17']) +
      down('step', [0, '#c9bfae'], [1, '#8f8574']) +
      down('body', [0, '#ffffff'], [0.7, '#eeece6'], [1, '#c5c4c0']) +
      down('wing', [0, '#b4bcc2'], [1, '#7c868e']) +
      blur('soft', 7) +
      blur('edge', 2),
    `<g filter="url(#edge)">${box('url(#wall)', 0, 0, 1600, 760)}${times(9, (row) =>
      times(9, (i) => {
        const x = 760 + i * 110 - (row % 2) * 55
        return shape(throwDice() < 0.5 ? '#cfc5b1' : '#c2b7a1', `M${x} ${row * 84}h104v78h-104z`, 0.7)
      }),
    )}
${box('#efe7d6', -20, 0, 660, 770)}${box('url(#door)', -20, 0, 590, 770)}${shape('#1d4652', 'M60 60h190v260H60zM320 60h190v260H320zM60 400h190v300H60zM320 400h190v300H320z')}${shape('#3a6d79', 'M60 60h190v10H70v250H60zM320 60h190v10H330v250h-10zM60 400h190v10H70v290H60zM320 400h190v10H330v290h-10z', 0.8)}${dot('#c99a3e', 536, 420, 17)}${dot('#f6e2a0', 531, 414, 6)}${box('#c99a3e', 200, 356, 170, 22)}</g>
${shape('#5d4a2a', 'M742 96h120v16H742z')}${shape('url(#brass)', 'M848 92h22v60h-22z')}${shape('url(#brass)', 'M786 250q20-26 22-76 4-34 51-34t51 34q2 50 22 76z')}${shape('url(#brass)', 'M776 250h166v16q-83 16-166 0z')}${dot('#6b4a17', 859, 282, 13)}${shape('#fff6d0', 'M820 176q8-24 22-26-10 40-22 88z', 0.65)}
${line('#a48a5c', 9, 'M859 290q-6 60 0 110t10 46')}${line('#d6bf8c', 3, 'M857 300q-6 52 0 100', 0.8)}${shape('#a48a5c', 'M858 440h22l10 56q-20 10-40 0z')}
${shape('url(#step)', 'M-20 730h1640v90H-20z')}${shape('#e0d7c6', 'M-20 730h1640v12H-20z')}${shape('#7d7464', 'M-20 820h1640v80H-20z')}${shape('#968c7b', 'M-20 826h1640v10H-20z')}${line('#6e6555', 3, 'M410 742l-20 78M1030 742l14 78M-20 866h1640M700 836v30M1300 836v30', 0.5)}
<g filter="url(#soft)"><ellipse cx="1120" cy="752" rx="300" ry="20" fill="#3a342a" fill-opacity=".5"/></g>
${line('#d98f86', 13, 'M1096 640 1088 736M1176 636l4 100')}${shape('#d98f86', 'M1092 724l-62 18q30 8 74 4zM1184 724l-62 18q30 8 74 4z')}${line('#b8695f', 3, 'M1060 741l30-8M1150 741l32-8')}
${shape('#23262b', 'M1290 560q120 10 226 74-20 8-48 4 14 10 12 18-110-4-200-40z')}${shape('url(#body)', 'M946 420q4-66 66-70 62 0 76 60 14 40 60 56 110 20 196 90 60 50 92 84-150 10-250-6-130 20-190-46-46-50-34-120-6-26-16-48z')}
${shape('url(#wing)', 'M1062 506q80-50 190 0 110 46 190 120-70 8-140-10-150 12-216-50-20-30-24-60z')}${line('#6c767e', 4, 'M1100 560q70 44 170 44M1130 540q80 50 190 62M1090 590q60 34 150 34', 0.6)}${shape('#ffffff', 'M1240 606q80 22 170 18l-20 12q-90 4-150-30z')}${shape('#2a2d33', 'M1380 580q60 26 90 52l-60-6z')}
${shape('#d9d7d1', 'M990 590q30 80 130 86 90 4 150-20-80 4-150-14-80-20-130-52z', 0.9)}${shape('#e2b23c', 'M952 404q-50 10-78 36-4 14 6 16 40 0 82-16z')}${shape('#c5902a', 'M876 446q40-6 84-10l4 6q-50 20-82 14z')}${shape('#c23a2c', 'M896 444q14-6 22-2 0 10-12 12-8-4-10-10z')}${dot('#f0d25c', 986, 394, 10)}${dot('#1b1b1d', 986, 394, 5.5)}${line('#b8533f', 2.5, 'M975 394a11 11 0 1 0 22 0 11 11 0 1 0-22 0', 0.9)}${line('#3a3a3c', 3, 'M968 380q14-9 30-4')}`,
  )
}
