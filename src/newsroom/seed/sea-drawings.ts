import {
  across,
  blur,
  box,
  dice,
  dot,
  down,
  glow,
  gullAt,
  line,
  moved,
  person,
  picture,
  r,
  ripples,
  shape,
  times,
} from './drawing-parts.ts'

/** A trawler seen from the side, 300 wide, her waterline at 0. */
const trawler = (hull: string, stripe: string): string =>
  line('#14181f', 4, 'M-52-70V-176M-52-170l-74 96M-52-170l60 70M96-66V-132M96-130l44 74', 0.95) +
  line('#14181f', 2, 'M-52-174 96-132M-52-174-138-58', 0.8) +
  shape('#14181f', 'M84-132h24v66H84z') +
  shape('#d9cdb8', 'M-30-58V-112h84l8 54z') +
  shape('#b9a98f', 'M-38-118h100v9H-38z') +
  shape('#8f8472', 'M-30-58V-70h88l3 12z') +
  shape('#ffd98a', 'M-22-104h20v18h-20zM6-104h20v18H6zM34-104h16l3 18H34z') +
  shape(hull, 'M-150-78q60 26 130 24 90-2 168-14-6 44-22 74h-240q-26-30-36-84z') +
  shape(stripe, 'M-118-6h250l-6 12h-236z') +
  line('#e9dcc2', 3, 'M-150-78q60 26 130 24 90-2 168-14', 0.75) +
  dot('#fff1c9', -52, -178, 5)

const afloat = (x: number, waterline: number, scale: number, body: string): string =>
  `<g transform="translate(${x} ${waterline}) scale(${scale} ${-scale * 0.7})" opacity=".34" filter="url(#soft)">${body}</g>${moved(x, waterline, scale, body)}`

export const quay = (): string => {
  const throwDice = dice(7)
  const town = times(22, (i) => {
    const x = 1110 + i * 23
    const tall = 24 + throwDice() * 26
    const base = 548 - Math.sin((i / 22) * Math.PI) * 34
    const roof = shape('#352f3d', `M${r(x)} ${r(base)}v${r(-tall)}l11-12 11 12v${r(tall)}z`)
    return (
      roof +
      (throwDice() < 0.62 ? box('#ffcf7d', r(x + 5), r(base - tall + 5), 4, 5, 0.95) : '') +
      (throwDice() < 0.5 ? box('#ffcf7d', r(x + 13), r(base - tall + 14), 4, 5, 0.9) : '')
    )
  })
  const clouds = times(13, () => {
    const x = throwDice() * 1600
    const y = 90 + throwDice() * 330
    const long = 120 + throwDice() * 260
    return shape(
      y < 230 ? '#6f6670' : '#d98f68',
      `M${r(x - long)} ${r(y)}q${r(long)}-${r(8 + throwDice() * 16)} ${r(long * 2)} 0q${r(-long)} ${r(5)} ${r(-long * 2)} 0z`,
      0.42,
    )
  })
  const lattice = times(
    9,
    (i) =>
      `M${r(262 - i * 1.4)} ${r(520 - i * 34)}l${r(62)}-34M${r(324)} ${r(520 - i * 34)}l${r(-62 - i)}-34`,
  )
  const jib = times(13, (i) => `M${r(300 + i * 33)} ${r(206 - i * 9.4)}l20-24 14 14`)
  return picture(
    down('sky', [0, '#1d3146'], [0.34, '#4f5a6b'], [0.62, '#b0735b'], [0.84, '#e6a970'], [1, '#f4d398']) +
      down('sea', [0, '#e0a878'], [0.14, '#a67b68'], [0.45, '#4d5260'], [1, '#172231']) +
      down('face', [0, '#39393f'], [1, '#14181f']) +
      glow('sun', [0, '#ffe9b5'], [0.2, '#fbd08c', 0.75], [1, '#fbd08c', 0]) +
      blur('soft', 4),
    `${box('url(#sky)', 0, 0, 1600, 566)}${clouds}<ellipse cx="960" cy="530" rx="420" ry="230" fill="url(#sun)"/>${dot('#fff0c6', 960, 532, 34)}
${shape('#7b6168', 'M0 548q180-50 380-34t330 26 300-6 250-30 340 20v44H0z', 0.75)}${shape('#4a404c', 'M1020 566q120-44 240-60t340 10v50z')}${town}
${box('url(#sea)', 0, 562, 1600, 338)}${ripples('#ffe2a6', { x: 960, top: 566, bottom: 900, narrow: 70, wide: 420 }, 90, 11, 0.75)}${ripples('#0f1825', { x: 1000, top: 580, bottom: 900, narrow: 1200, wide: 1700 }, 90, 23, 0.32)}${ripples('#ffcf7d', { x: 1350, top: 568, bottom: 640, narrow: 420, wide: 380 }, 26, 31, 0.5)}
${line('#161a21', 11, 'M262 540 248 214M324 540 300 206')}${line('#161a21', 4, lattice)}${shape('#161a21', 'M214 246h112v-56h-70q-42 6-42 56z')}${box('#ffd98a', 286, 204, 26, 22)}
${line('#161a21', 7, 'M300 206 734 84M318 180 734 80')}${line('#161a21', 3.5, jib)}${line('#161a21', 4, 'M256 190 296 92 734 80M296 92 318 180M732 84V392')}${shape('#161a21', 'M722 392h20v18l-6 8q-2 14-12 10 8-4 4-10l-6-8z')}${shape('#161a21', 'M206 560l40-40h90l44 40z')}
${shape('#55504f', 'M0 600 800 560h70L0 690z')}${shape('#8c7466', 'M0 640 820 566h30L0 668z', 0.55)}${shape('#c89a78', 'M140 634q110-22 210-14-70 16-210 14zM470 601q60-10 130-8-50 10-130 8z', 0.5)}
${shape('url(#face)', 'M0 690 870 560v36L0 880z')}${line('#0e1218', 2.5, 'M0 738 870 569M0 790 870 579M0 838 870 588', 0.8)}${line(
  '#0e1218',
  2,
  times(12, (i) => {
    const x = 60 + i * 66 + i * i * 0.6
    const t = 690 - (x / 870) * 130
    const h = 190 - (x / 870) * 154
    return `M${r(x)} ${r(t + (i % 2) * h * 0.26)}v${r(h * 0.26)}`
  }),
  0.8,
)}
${times(5, (i) => moved(90 + i * 168, 676 - i * 25, 1.1 - i * 0.16, shape('#15191f', 'M-15 6v-30q-6-12 15-14 21 2 15 14V6z') + shape('#e9b57f', 'M6-34q6 2 8 8l-3 4q-2-8-5-12z', 0.8)))}${person(560, 608, 62, '#20252d', { head: '#191c22' })}${person(592, 605, 60, '#7d2024', { head: '#191c22' })}
${line('#0f1319', 2.5, 'M262 652q60 60 150 58M424 628q70 50 150 36M690 590q60 34 106 28', 0.9)}${afloat(880, 664, 0.72, trawler('#24323f', '#7d2024'))}${afloat(500, 788, 1.18, trawler('#1d4254', '#8e2426'))}${ripples('#f2bf85', { x: 560, top: 800, bottom: 896, narrow: 360, wide: 560 }, 18, 5, 0.4)}
${gullAt(1180, 300, 60, '#2a2b33')}${gullAt(1290, 250, 40, '#3c3a42')}${gullAt(860, 210, 34, '#46454f')}`,
  )
}

export const ferry = (): string => {
  const windows = (x: number, y: number, count: number, step: number, w: number, h: number): string =>
    times(count, (i) => `M${x + i * step} ${y}h${w}v${h}h${-w}z`)
  const ship =
    line('#3a4a52', 4, 'M-120-236V-340M-120-330l-60 94M-120-330l70 60') +
    shape('#f4efe3', 'M-330-92h690l-16 62h-700z') +
    shape('#e6dfcf', 'M-280-160h560l14 68h-590z') +
    shape('#f4efe3', 'M-230-222h330l10 62h-340z') +
    shape('#dcd4c2', 'M-216-236h150v14h-150zM-292-166h590v8h-590zM-242-228h366v8h-366zM-340-98h716v8h-716z') +
    shape('#9c1c1f', 'M128-320h96l14 160h-124z') +
    shape('#1b2832', 'M128-320h96l3 34h-102z') +
    shape('#f4efe3', 'M120-250h110l2 26h-114z') +
    shape('#7a1518', 'M192-320h32l14 160h-30z', 0.55) +
    shape(
      '#3f5e6b',
      `M-222-212h100v26h-100z${windows(-90, -208, 5, 38, 26, 24)}${windows(-262, -148, 14, 39, 25, 30)}${windows(-318, -76, 17, 39, 20, 20)}`,
    ) +
    shape('#f08a3c', 'M150-178h84q-2 20-20 22h-46q-18-4-18-22zM-20-178h84q-2 20-20 22h-46q-18-4-18-22z') +
    line(
      '#9aa5a6',
      2,
      'M-330-112h60M300-112h64M-330-112v20M-300-112v20M-270-112v20M300-112v20M332-112v20M364-112v20',
    ) +
    shape('#173040', 'M-392-30q10 50 44 74h730q26-30 36-84l-60 10z') +
    shape('#9c1c1f', 'M-364 22q6 12 16 22h730q10-10 18-24z') +
    shape('#f4efe3', 'M-386-14h780l4-7h-783z', 0.9) +
    dot('#0d1d28', -338, 2, 7)
  const throwDice = dice(19)
  return picture(
    down('sky', [0, '#8fb0c0'], [0.6, '#c4d6d8'], [1, '#e9e9de']) +
      down('sea', [0, '#8fb0ae'], [0.3, '#527d84'], [1, '#1f404d']) +
      blur('soft', 5) +
      blur('far', 14),
    `${box('url(#sky)', 0, 0, 1600, 520)}<g filter="url(#far)">${times(9, () => {
      const x = throwDice() * 1600
      const y = 60 + throwDice() * 240
      return `<ellipse cx="${r(x)}" cy="${r(y)}" rx="${r(130 + throwDice() * 190)}" ry="${r(14 + throwDice() * 26)}" fill="#f6f4ea" fill-opacity=".6"/>`
    })}</g>
${shape('#a9bdbf', 'M0 470q160-70 330-54t260-50 330 20 330-46 350 50v130H0z')}${shape('#8aa3a2', 'M0 492q210-46 420-26t380-20 380 8 420-30v96H0z')}${shape('#6f8d88', 'M880 520q180-46 360-50t360 6v50H880z')}${times(9, (i) => box('#f0eadb', 1120 + i * 38 + (i % 3) * 7, 486 - (i % 4) * 5, 12, 9, 0.9))}
${box('url(#sea)', 0, 514, 1600, 386)}${ripples('#e9f1ec', { x: 800, top: 520, bottom: 900, narrow: 1500, wide: 1900 }, 110, 3, 0.34)}${ripples('#16313c', { x: 800, top: 530, bottom: 900, narrow: 1500, wide: 1900 }, 90, 9, 0.3)}
<g filter="url(#soft)">${shape('#dfe5df', 'M838 262q70-54 170-40t210-44 250 6q-120 26-210 52t-220 20-190 32z', 0.6)}</g>
<g transform="translate(680 572) scale(1 -.5)" opacity=".3" filter="url(#soft)">${ship}</g>${moved(680, 572, 1, ship)}
${shape('#f3f6f1', 'M282 610q50-22 120-8 160 20 330 14t330-8q180-14 420 8-200 6-420 14-420 14-640 2-90-6-140-22z', 0.85)}${shape('#dbe7e3', 'M1070 612q260-20 530-6v22q-260-6-530-16z', 0.7)}${shape('#ffffff', 'M262 606q12-30 54-34-22 16-20 36z', 0.9)}
${gullAt(1180, 330, 110, '#f7f5ee')}${gullAt(1320, 250, 70, '#f7f5ee')}${gullAt(1420, 390, 84, '#e8ebe8')}${gullAt(1260, 430, 50, '#eef0ec')}
<g filter="url(#soft)">${shape('#101f27', 'M0 826h1600v22H0zM110 826h26v74h-26zM560 826h26v74h-26zM1010 826h26v74h-26zM1460 826h26v74h-26z', 0.92)}</g>`,
  )
}

export const light = (): string => {
  const throwDice = dice(41)
  const stars = times(110, () =>
    dot(
      '#e9e6d6',
      r(throwDice() * 1600),
      r(throwDice() ** 1.4 * 520),
      r(0.8 + throwDice() * 1.6),
      r(0.3 + throwDice() * 0.6),
    ),
  )
  return picture(
    down('sky', [0, '#0a1222'], [0.55, '#1c2c49'], [0.86, '#4a5270'], [1, '#8a7480']) +
      down('sea', [0, '#4c4f66'], [0.2, '#26314a'], [1, '#070c15']) +
      `<linearGradient id="left" x1="1" x2="0"><stop stop-color="#ffe9b0" stop-opacity=".78"/><stop offset="1" stop-color="#ffe9b0" stop-opacity="0"/></linearGradient>` +
      across('right', [0, '#ffe9b0', 0.7], [1, '#ffe9b0', 0.12]) +
      across('tower', [0, '#fff8e6'], [0.45, '#e2dac8'], [1, '#8d8a8c']) +
      across('band', [0, '#b3282a'], [0.5, '#8e1b1e'], [1, '#4d1116']) +
      glow('lamp', [0, '#fff4cf'], [0.2, '#ffe39a', 0.5], [1, '#ffe39a', 0]) +
      blur('soft', 5),
    `${box('url(#sky)', 0, 0, 1600, 650)}${stars}${shape('#2b3450', 'M0 640q260-34 520-22t420 14v20H0z')}
<g filter="url(#soft)">${shape('url(#left)', 'M1108 236 0 60v270z')}${shape('url(#right)', 'M1108 236 1600 170v120z')}</g>
${box('url(#sea)', 0, 644, 1600, 256)}${ripples('#ffe2a0', { x: 1000, top: 650, bottom: 890, narrow: 110, wide: 300 }, 46, 13, 0.55)}${ripples('#8b93b0', { x: 600, top: 650, bottom: 900, narrow: 1300, wide: 1700 }, 80, 17, 0.22)}
${shape('#0b1019', 'M700 700q60-44 150-52t160-62 250-26 340 66v214q-340-30-560-30-200-18-340-110z')}${shape('#182030', 'M1010 590q120-34 250-30t340 66v-20q-160-66-330-70t-260 54z')}${shape('#18202f', 'M800 690q60-26 110-30l60-44q-10 40-70 64zM1160 668q70-30 150-20l-40 24q-50 16-110-4zM1330 720q90-30 190-16-80 40-190 16zM930 752q60-14 120-6-50 26-120 6z')}
${shape('#d3cdbf', 'M1240 590v-62h146v70z')}${shape('#5b2226', 'M1226 532l26-44h122l26 44z')}${shape('#3b3436', 'M1340 488v-22h18v22z')}${shape('#ffd98a', 'M1262 546h22v22h-22zM1334 546h22v22h-22z')}
${shape('url(#tower)', 'M1072 300h74l22 300h-118z')}${shape('url(#band)', 'M1067 362h84l5 66h-94zM1058 490h103l5 66h-113z')}${shape('#20242e', 'M1104 470h12v18h-12zM1104 342h12v16h-12zM1098 600v-38q12-14 24 0v38z')}
<circle cx="1109" cy="236" r="190" fill="url(#lamp)"/>${shape('#141925', 'M1048 288h122v16h-122zM1056 270h106v5h-106zM1058 270h4v20h-4zM1080 270h4v20h-4zM1106 270h4v20h-4zM1132 270h4v20h-4zM1156 270h4v20h-4zM1066 206q43-52 86 0zM1105 178h8v-22h-8z')}${shape('#fff1bf', 'M1076 208h66v62h-66z')}${line('#141925', 4, 'M1076 208v62M1098 208v62M1120 208v62M1142 208v62')}
<g filter="url(#soft)">${line('#c9cede', 7, 'M690 706q70 6 120 40t140 50 190 20 240 26 230 10', 0.5)}</g>${line('#e8ebf2', 2.5, 'M700 712q60 8 110 40t130 44 160 20M1180 826q120 20 240 22', 0.5)}`,
  )
}

export const meadow = (): string => {
  const throwDice = dice(77)
  const blades = (
    count: number,
    base: number,
    tall: number,
    colours: string[],
    from: number,
    to: number,
  ): string =>
    times(count, (i) => {
      const x = from + ((to - from) * (i + throwDice())) / count
      const h = tall * (0.6 + throwDice() * 0.6)
      const lean = 40 + throwDice() * 90
      const w = 5 + (tall / 100) * (1.5 + throwDice())
      const y = base + throwDice() * 26
      return shape(
        colours[Math.floor(throwDice() * colours.length)] ?? '#2f6b52',
        `M${r(x)} ${r(y)}q${r(-lean * 0.1)} ${r(-h * 0.6)} ${r(lean)} ${r(-h)}q${r(-lean * 0.75)} ${r(h * 0.5)} ${r(-lean + w)} ${r(h)}z`,
      )
    })
  const fish = (x: number, y: number, s: number, colour: string, opacity = 1): string =>
    moved(
      x,
      y,
      s,
      shape(colour, 'M-40 0q30-22 66-4l22-14q-6 18 0 34L26 4Q-8 20-40 0z') +
        dot('#0d2f36', -24, -3, 2.6) +
        line('#ffffff', 2, 'M-20 2q20 6 42-2', 0.35),
      ` opacity="${opacity}"`,
    )
  return picture(
    down('water', [0, '#a9dccb'], [0.25, '#4fa79f'], [0.62, '#1b6670'], [1, '#0b3945']) +
      down('ray', [0, '#f2fff0', 0.5], [1, '#f2fff0', 0]) +
      down('sand', [0, '#6f9a88'], [1, '#3d6a66']) +
      blur('soft', 9) +
      blur('near', 3),
    `${box('url(#water)', 0, 0, 1600, 900)}<g filter="url(#soft)">${times(7, (i) => {
      const x = 120 + i * 215 + throwDice() * 80
      const w = 40 + throwDice() * 70
      return shape(
        'url(#ray)',
        `M${r(x)}-20h${r(w)}l${r(-190 + w)} ${r(700 + throwDice() * 120)}h${r(-w * 2.4)}z`,
        r(0.45 + throwDice() * 0.4),
      )
    })}</g>
${line(
  '#e8fff2',
  5,
  times(9, (i) => `M${i * 190 - 40} ${r(24 + throwDice() * 30)}q50-18 96 0t90 2`),
  0.5,
)}
<g filter="url(#near)">${blades(120, 640, 150, ['#2c7a72', '#2a7069', '#338278'], -60, 1640)}</g>${shape('url(#sand)', 'M0 690q400-50 800-24t800-20v254H0z')}
${fish(560, 300, 0.8, '#bfe3d2', 0.75)}${fish(640, 336, 0.7, '#bfe3d2', 0.7)}${fish(500, 350, 0.74, '#c9ead9', 0.75)}${fish(720, 296, 0.62, '#bfe3d2', 0.6)}${fish(590, 390, 0.66, '#bfe3d2', 0.65)}${fish(780, 350, 0.56, '#bfe3d2', 0.55)}
${blades(130, 745, 230, ['#2f7d5d', '#25694f', '#3b8c62', '#4f9a63'], -80, 1120)}${blades(20, 730, 170, ['#2f7d5d', '#25694f'], 1440, 1660)}
${fish(900, 520, 1.5, '#d7c98c')}${fish(1060, 470, 1.1, '#cdbf86', 0.95)}
<g filter="url(#soft)">${shape('#b9caa6', 'M1110 940q50-150 150-222 70-12 170 2 50 90 60 220z', 0.8)}</g>${line('#5f8578', 6, 'M1200 900q40-90 108-160M1270 900q34-84 76-164M1344 900q20-90 40-162M1420 900q-4-80-14-150', 0.4)}
<g transform="translate(1318 806) rotate(24)">${line('#2b2723', 11, 'M0-92V40M-42-66H42')}${line('#2b2723', 13, 'M-66 2q10 54 66 62 56-8 66-62')}${shape('#2b2723', 'M-82 18l12-34 22 28zM82 18 70-16 48 12z')}${line('#2b2723', 7, 'M-11-104a11 11 0 1 0 22 0 11 11 0 1 0-22 0')}</g>${line('#39332d', 6, 'M1366 700q40-120 30-260t80-440', 0.55)}
${blades(110, 880, 330, ['#17533f', '#1e6147', '#2b7450', '#357d4e'], -120, 1090)}${blades(26, 890, 280, ['#17533f', '#1e6147'], 1500, 1720)}
${times(40, () => dot('#f0fff6', r(throwDice() * 1600), r(throwDice() * 800), r(1 + throwDice() * 2.6), r(0.2 + throwDice() * 0.4)))}`,
  )
}
