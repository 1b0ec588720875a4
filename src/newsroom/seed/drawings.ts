import sharp from 'sharp'
import { xmpPacket } from '../photo-credit.ts'

/** Own drawings that stand in for photographs: flat shapes at dusk, at noon, at night. 1600 × 900. */
const frame = (defs: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900"><defs>${defs}</defs>${body}</svg>`
const sky = (id: string, ...stops: [number, string][]): string =>
  `<linearGradient id="${id}" x2="0" y2="1">${stops.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join('')}</linearGradient>`

export const drawings = {
  quay: frame(
    sky('s', [0, '#24384f'], [0.6, '#bf8560'], [1, '#e9c48f']) + sky('w', [0, '#83705f'], [1, '#1d2a38']),
    `<path fill="url(#s)" d="M0 0h1600v570H0z"/><circle cx="1180" cy="470" r="54" fill="#f8dfa8"/><path fill="url(#w)" d="M0 565h1600v335H0z"/>
<path fill="#191d24" d="M0 530h700v70H0zM150 530V250l300-80 8 24-262 74v262zM430 186l230 84-5 12-232-84z"/><path stroke="#191d24" stroke-width="4" d="M640 276v120"/><path fill="#191d24" d="M622 396h36v28h-36z"/>
<path fill="#12171e" d="M760 590h270l-36 54H802zM880 590v-96l80 80zM1120 600h190l-28 40h-138zM1205 600v-74l54 62z"/><path fill="#2a3340" d="M0 600h700v26H0z"/>
<g stroke="#e9c48f" stroke-opacity=".4" stroke-width="4"><path d="M1100 668h150M1060 706h230M1120 744h120M820 724h90M780 690h140"/></g>`,
  ),
  hall: frame(
    sky('s', [0, '#a9bfcd'], [1, '#e6e4d8']),
    `<path fill="url(#s)" d="M0 0h1600v900H0z"/><path fill="#d8cbb4" d="M300 300h1000v430H300z"/><path fill="#b7a78b" d="M240 300 800 110l560 190z"/><path fill="#8f8069" d="M300 300h1000v22H300z"/>
<g fill="#efe6d3"><path d="M360 340h60v330h-60zM520 340h60v330h-60zM1020 340h60v330h-60zM1180 340h60v330h-60z"/></g><path fill="#4a4034" d="M710 440h180v290H710z"/><path fill="#6d5f4c" d="M720 450h76v280h-76zM804 450h76v280h-76z"/>
<circle cx="800" cy="225" r="46" fill="#efe6d3"/><path stroke="#4a4034" stroke-width="7" stroke-linecap="round" d="M800 225v-28M800 225l20 14"/>
<path fill="#c6b89f" d="M200 730h1200v40H200z"/><path fill="#b3a58b" d="M150 770h1300v44H150z"/><path fill="#9f9178" d="M90 814h1420v86H90z"/>
<g fill="#39424d"><path d="M480 690q22-34 44 0v120h-44zM502 668m-18 0a18 18 0 1 0 36 0 18 18 0 1 0-36 0M1090 706q20-32 40 0v108h-40zM1110 686m-16 0a16 16 0 1 0 32 0 16 16 0 1 0-32 0"/></g><path fill="#8e2426" d="M558 720q20-30 40 0v96h-40zM578 700m-16 0a16 16 0 1 0 32 0 16 16 0 1 0-32 0"/>`,
  ),
  ferry: frame(
    sky('s', [0, '#7fa3b5'], [1, '#dfe6e0']) + sky('w', [0, '#5e8791'], [1, '#2b4a57']),
    `<path fill="url(#s)" d="M0 0h1600v520H0z"/><path fill="#7d8f86" d="M0 470q260-90 520-40t520-30 560 40v90H0z"/><path fill="#93a59b" d="M0 500q340-60 700-20t900-30v80H0z"/><path fill="url(#w)" d="M0 520h1600v380H0z"/>
<path fill="#f2ede2" d="M420 430h620v90H420z"/><path fill="#e3dccd" d="M520 350h400v84H520z"/><path fill="#1f2d38" d="M340 520h800l-70 110H420z"/><path fill="#9c1c1f" d="M372 570h736l-16 26H388z"/><path fill="#9c1c1f" d="M760 250h90v104h-90z"/><path fill="#1f2d38" d="M760 250h90v26h-90z"/>
<g fill="#5f7f8c"><path d="M560 376h50v36h-50zM640 376h50v36h-50zM720 376h50v36h-50zM800 376h50v36h-50zM460 456h40v34h-40zM540 456h40v34h-40zM620 456h40v34h-40zM700 456h40v34h-40zM780 456h40v34h-40zM860 456h40v34h-40zM940 456h40v34h-40z"/></g>
<path fill="#c9cfc9" fill-opacity=".7" d="M800 236q60-60 150-40t170-50q-40 80-150 80t-170 10z"/><g stroke="#dfe9e6" stroke-opacity=".5" stroke-width="5"><path d="M200 660h300M620 690h420M300 740h260M900 760h380M140 810h420"/></g>`,
  ),
  light: frame(
    sky('s', [0, '#0d1626'], [0.75, '#2c3b5a'], [1, '#5d5a70']) + sky('w', [0, '#27324a'], [1, '#0a0f18']),
    `<path fill="url(#s)" d="M0 0h1600v640H0z"/><g fill="#e8e3d0"><circle cx="220" cy="130" r="3"/><circle cx="420" cy="70" r="2"/><circle cx="640" cy="170" r="3"/><circle cx="980" cy="90" r="2"/><circle cx="1330" cy="140" r="3"/><circle cx="1480" cy="60" r="2"/><circle cx="820" cy="240" r="2"/><circle cx="120" cy="290" r="2"/></g>
<path fill="#f3dfa6" fill-opacity=".28" d="M1116 250 0 90v210zM1116 250l484-70v150z"/><path fill="url(#w)" d="M0 640h1600v260H0z"/><path fill="#10151e" d="M820 660q180-80 340-60t440 40v60H760z"/>
<path fill="#e9e2d2" d="M1066 330h100l26 290h-152z"/><path fill="#9c1c1f" d="M1059 400h114l7 70h-128zM1047 540h138l6 70h-150z"/><path fill="#1a202b" d="M1050 306h132v26h-132zM1076 214h80v92h-80zM1066 200h100l-50-44z"/><path fill="#f6e3ad" d="M1086 224h60v72h-60z"/>
<g stroke="#f3dfa6" stroke-opacity=".3" stroke-width="4"><path d="M1080 720h90M1050 760h150M1090 800h70"/></g>`,
  ),
  market: frame(
    sky('s', [0, '#d9d2c2'], [1, '#efe9dc']),
    `<path fill="url(#s)" d="M0 0h1600v900H0z"/><path fill="#8a9aa0" d="M0 600h1600v300H0z"/><g><path fill="#9c1c1f" d="M140 250h560v110H140z"/><path fill="#f2ece0" d="M210 250h70v110h-70zM350 250h70v110h-70zM490 250h70v110h-70zM630 250h70v110h-70z"/><path fill="#2f5d62" d="M860 250h600v110H860z"/><path fill="#f2ece0" d="M935 250h75v110h-75zM1085 250h75v110h-75zM1235 250h75v110h-75zM1385 250h75v110h-75z"/></g>
<path fill="#6b5d4b" d="M160 360h14v330h-14zM666 360h14v330h-14zM880 360h14v330h-14zM1426 360h14v330h-14z"/><path fill="#c8b694" d="M120 560h600v60H120zM840 560h640v60H840z"/><path fill="#a8946f" d="M140 620h560v120H140zM860 620h600v120H860z"/>
<g fill="#b9c7cc"><path d="M190 540q60-40 120 0-60 30-120 0l-24-18v36zM360 540q60-40 120 0-60 30-120 0l-24-18v36zM530 540q60-40 120 0-60 30-120 0l-24-18v36z"/></g><g fill="#c8793f"><circle cx="930" cy="536" r="24"/><circle cx="980" cy="536" r="24"/><circle cx="955" cy="502" r="24"/></g><g fill="#6f8f4e"><circle cx="1090" cy="536" r="26"/><circle cx="1146" cy="536" r="26"/><circle cx="1202" cy="536" r="26"/></g><g fill="#8e3b46"><circle cx="1300" cy="540" r="20"/><circle cx="1342" cy="540" r="20"/><circle cx="1321" cy="508" r="20"/><circle cx="1384" cy="540" r="20"/></g>
<g fill="#37414b"><path d="M760 520q34-54 68 0v240h-68zM794 488m-27 0a27 27 0 1 0 54 0 27 27 0 1 0-54 0"/></g>`,
  ),
  library: frame(
    sky('s', [0, '#3b3a46'], [1, '#5b4f4a']),
    `<path fill="url(#s)" d="M0 0h1600v900H0z"/><path fill="#2b2420" d="M120 90h1360v640H120z"/>
${[0, 1, 2]
  .map((row) =>
    Array.from({ length: 30 }, (_, i) => {
      const colours = ['#9c4a3c', '#c9a35f', '#4f6f73', '#7a8a5a', '#b8b09a', '#5a4a6a', '#8e2426']
      const height = 130 + ((i * 37 + row * 53) % 50)
      return `<path fill="${colours[(i * 5 + row * 3) % colours.length]}" d="M${150 + i * 44} ${290 + row * 210 - height}h34v${height}h-34z"/>`
    }).join(''),
  )
  .join('')}
<path fill="#6e5844" d="M120 290h1360v18H120zM120 500h1360v18H120zM120 710h1360v24H120z"/><path fill="#8b7158" d="M420 770h760v30H420zM460 800h26v100h-26zM1114 800h26v100h-26z"/><path fill="#f0d9a2" fill-opacity=".25" d="M700 900 760 640h80l60 260z"/><path fill="#d8b36a" d="M740 610h120l-24-60h-72z"/><path fill="#3a2e25" d="M794 610h12v160h-12z"/>`,
  ),
} as const

export type DrawingKey = keyof typeof drawings

/** As a photographer would hand it in: a JPEG that says whose picture it is. */
export const drawingJpeg = (key: DrawingKey, credit: string): Promise<Buffer> =>
  sharp(Buffer.from(drawings[key]))
    .withXmp(xmpPacket({ creator: '', credit, copyright: '' }))
    .jpeg({ quality: 90 })
    .toBuffer()
