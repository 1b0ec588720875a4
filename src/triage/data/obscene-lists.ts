/**
 * Obscene words by language (ISO 639-1), parted by a bar. Made by `training/obscene-lists.ts` from naughty-words
 * 1.2.0, the List of Dirty, Naughty, Obscene, and Otherwise Bad Words, CC BY 4.0; ordinary words left out.
 */
export const obsceneLists: Readonly<Record<string, string>> = {
  ar: `
    احتلام|اغتصاب|بزاز|بظر|بيضان|تمص|ثدي|جماع|حلمة|خنثي|خول|سحاق|سحاقية|سكس|شاذ|شرج|شرموطة|شهوة|طيز|عاهرة|عرص|
    فرج|قحبة|قضيب|لبوة|لحس|لعق|لواط|لوطي|مبادل|متناك|متناكة|مفلقسة|نيك`,
  cs: `
    bordel|buzna|chcanky|chuj|debil|do piče|do prdele|dršťka|držka|flundra|hajzl|hovno|jebat|kokot|kokotina|
    koňomrd|kunda|kurva|mamrd|mrdat|mrdka|mrdník|oslošoust|pizda|piča|prcat|prdel|prdelka|píchat|píčus|sračka|
    srát|vypíčenec|zkurvit|zkurvysyn|zmrd|čumět|čurák|šoustat|šulin|žrát`,
  da: `
    anus|bøsserøv|cock|fisse|fissehår|fuck|hestepik|kussekryller|lort|luder|pik|pikhår|pikslugeri|piksutteri|
    pis|røv|røvhul|røvskæg|røvspræke|shit`,
  de: `
    analritter|arsch|arschficker|arschlecker|arschloch|bimbo|bonze|bratze|bumsen|dödel|fick|ficken|flittchen|
    fotze|fratze|hackfresse|hure|hurensohn|ische|kackbratze|kacke|kacken|kackwurst|kampflesbe|kanake|kimme|
    lümmel|milf|morgenlatte|mufti|muschi|möpse|möse|nackt|neger|nigger|nippel|nutte|onanieren|orgasmus|pimmel|
    pimpern|pinkeln|pissen|pisser|popel|poppen|reudig|rosette|schabracke|scheisser|scheiße|schiesser|schlampe|
    schnackeln|schwanzlutscher|schwuchtel|tittchen|titten|vollpfosten|vögeln|wichse|wichsen|wichser`,
  es: `
    asesinato|asno|bastardo|bollera|cabrón|caca|chupada|chupapollas|chupetón|concha|concha de tu madre|
    coprofagía|coño|culo|drogas|esperma|fiesta de salchichas|follador|follar|gilipichis|gilipollas|
    hacer una paja|haciendo el amor|heroína|hija de puta|hijaputa|hijo de puta|hijoputa|idiota|imbécil|
    infierno|jilipollas|kapullo|lameculos|maciza|macizorra|maldito|mamada|marica|mariconazo|maricón|martillo|
    mierda|orina|pedo|pendejo|pervertido|pezón|pinche|pis|prostituta|puta|racista|ramera|semen|sexo oral|
    soplagaitas|soplapollas|sádico|tetas grandes|travesti|trio|tía buena|verga|vete a la mierda|vulva`,
  fa: `
    آب کیر|ارگاسم|برهنه|تجاوز|تخمی|جقی|جلق|جنده|حشر|حشری|داف|دودول|ساک زدن|سوپر|سکس|سکس کردن|سکسی|شق کردن|
    شهوت|شهوتی|شونبول|فیلم سوپر|لاشی|لاپا|لاپایی|لخت|منی|هرزه|پورن|پورنو|چوچول|کس دادن|کس کردن|کسکش|کوس|کون|
    کون دادن|کون کردن|کونکش|کونی|کیر|کیری`,
  fi: `
    alfred nussi|bylsiä|haahka|haista paska|haista vittu|hatullinen|helvetisti|hevonkuusi|hevonpaska|
    hevonperse|hevonvittu|hevonvitunperse|hitosti|hitto|huorata|hässiä|juosten kustu|jutku|jutsku|jätkä|
    kananpaska|koiranpaska|kuin esterin perseestä|kulli|kullinluikaus|kuppainen|kusaista|kuseksia|kusettaa|
    kusi|kusipää|kusta|kyrpiintynyt|kyrpiintyä|kyrpiä|kyrpä|kyrpänaama|kyrvitys|lahtari|lutka|molo|molopää|
    mulkero|mulkku|mulkvisti|muna|munapää|munaton|mutakuono|mutiainen|naida|nainti|narttu|neekeri|nekru|
    nuolla persettä|nussia|nussija|nussinta|paljaalla|palli|pallit|paneskella|panettaa|panna|pano|pantava|
    paska|paskainen|paskamainen|paskanmarjat|paskantaa|paskapuhe|paskapää|paskattaa|paskiainen|paskoa|pehko|
    pentele|perkele|perkeleesti|persaukinen|perse|perseennuolija|perseet olalla|persereikä|perseääliö|
    persläpi|perspano|persvako|pilkunnussija|pillu|pillut|pipari|piru|pistää|pyllyvako|reikä|reva|
    ripsipiirakka|runkata|runkkari|runkkaus|runkku|ryssä|rättipää|saatanasti|suklaaosasto|tavara|toosa|
    tuhkaluukku|tumputtaa|turpasauna|tussu|tussukka|tussut|vakipano|vetää käteen|viiksi|vittu|vittuilla|
    vittuilu|vittumainen|vittuuntua|vittuuntunut|vitun|vitusti|vituttaa|vitutus|äpärä`,
  tl: `
    anak ka ng puta|bayag|bobo|burat|jakol|kantot|nognog|puta ka|putang ina|tang ina|tanga|tangina|ulol`,
  fr: `
    baiser|bander|bigornette|bite|bitte|bloblos|bordel|bourré|bourrée|brackmard|branlage|branler|branlette|
    branleur|branleuse|brouter le cresson|caca|chatte|chiasse|chier|chiottes|clito|clitoris|con|connard|
    connasse|conne|couilles|cramouille|cul|déconne|déconner|emmerdant|emmerder|emmerdeur|emmerdeuse|enculeur|
    enculeurs|enculé|enculée|enfoiré|enfoirée|fille de pute|fils de pute|folle|foutre|gerbe|gerber|gouine|
    grande folle|grogniasse|gueule|jouir|la putain de ta mère|malpt|merde|merdeuse|merdeux|meuf|
    ménage à trois|negro|nique ta mère|nique ta race|nègre|palucher|pipi|pisser|pouffiasse|pousse-crotte|
    putain|pute|pédale|pédé|péter|ramoner|sac à foutre|sac à merde|salaud|salope|suce|tanche|tapette|teuch|
    tringler|trique|troncher|trou du cul|turlute|zigounette|zizi|étron`,
  hi: `
    aand|aandu|balatkar|balatkari|behen chod|beti chod|bhadva|bhadve|bhandve|bhangi|bhootni ke|bhosad|
    bhosadi ke|boobe|chakke|chinaal|chinki|chod|chodu|chodu bhagat|chooche|choochi|choope|choot|choot ke baal|
    chootia|chootiya|chuche|chuchi|chudaap|chudai khanaa|chudam chudai|chude|chut|chut ka chuha|
    chut ka churan|chut ka mail|chut ke baal|chut ke dhakkan|chut maarli|chutad|chutadd|chutan|chutia|chutiya|
    gaand|gaandfat|gaandmasti|gaandufad|gandfattu|gandu|gashti|gasti|ghassa|ghasti|gucchi|gucchu|harami|
    haramzade|hawas|hawas ke pujari|hijda|hijra|jhant|jhant chaatu|jhant ka keeda|jhant ke baal|
    jhant ke pissu|jhantu|kamine|kaminey|kanjar|kutta|kutta kamina|kutte ki aulad|kutte ki jat|kuttiya|loda|
    lodu|lund|lund choos|lund ka bakkal|lund khajoor|lundtopi|lundure|maa ki chut|maal|madar chod|madarchod|
    madhavchod|mooh mein le|mutth|mutthal|najayaz|najayaz aulaad|najayaz paidaish|paki|pataka|patakha|raand|
    randaap|randi|randi rona|saala|saala kutta|saali kutti|saali randi|suar|suar ke lund|suar ki aulad|tatte|
    tatti|teri maa ka bhosada|teri maa ka boba chusu|teri maa ki behenchod|teri maa ki chut|tharak|tharki|
    tu chuda`,
  hu: `
    balfasz|balfaszok|balfaszokat|balfaszt|barmok|barmokat|barmot|barom|baszik|bazmeg|buksza|bukszák|
    bukszákat|bukszát|búr|búrok|csöcs|csöcsök|csöcsöket|csöcsöt|fasz|faszfej|faszfejek|faszfejeket|faszfejet|
    faszok|faszokat|faszt|fing|fingok|fingokat|fingot|franc|francok|francokat|francot|geci|gecibb|gecik|
    geciket|gecit|kibaszott|kibaszottabb|kurafi|kurafik|kurafikat|kurafit|kurva|kurvák|kurvákat|kurvát|kúr|
    leggecibb|legkibaszottabb|legszarabb|marha|marhák|marhákat|marhát|megdöglik|pele|pelék|picsa|picsákat|
    picsát|pina|pinák|pinákat|pinát|pofa|pofákat|pofát|punci|puncik|pöcs|pöcsök|pöcsöket|pöcsöt|segg|seggek|
    seggeket|segget|seggfej|seggfejek|seggfejeket|seggfejet|szajha|szajhák|szajhákat|szajhát|szar|szarabb|
    szarik|szarok|szarokat|szart`,
  it: `
    allupato|ammucchiata|anale|arrapato|arrusa|arruso|assatanato|bagascia|bagassa|bagnarsi|baldracca|balle|
    battere|battona|belino|biga|bocchinara|bocchino|bofilo|boiata|bordello|brinca|bucaiolo|budiùlo|busone|
    cacca|caciocappella|cadavere|cagare|cagata|cagna|casci|cazzata|cazzimma|cazzo|cazzone|cesso|checca|
    chiappa|chiavare|chiavata|ciospo|ciucciami il cazzo|coglione|coglioni|cornuto|cozza|culattina|culattone|
    culo|ditalino|fava|femminuccia|fica|figa|figlio di buona donna|figlio di puttana|figone|finocchio|fottere|
    fottersi|fracicone|fregna|frocio|froscio|goldone|guardone|imbecille|incazzarsi|incoglionirsi|ingoio|
    leccaculo|lecchino|lofare|loffa|loffare|mannaggia|merda|merdata|merdoso|mignotta|minchia|minchione|mona|
    monta|montare|mussa|nave scuola|nerchia|padulo|palle|palloso|patacca|patonza|pecorina|pesce|picio|pincare|
    pinnolone|pippa|pippone|pipì|pirla|pisciare|piscio|pisello|pistolotto|pomiciare|pompa|pompino|porca|
    porca madonna|porca miseria|porca puttana|porco|porco due|porco zio|potta|puppami|puttana|quaglia|
    recchione|regina|rincoglionire|rizzarsi|rompiballe|rompipalle|ruffiano|sbattere|sbattersi|sborra|sborrata|
    sborrone|sbrodolata|scopare|scopata|scorreggiare|sega|slinguare|slinguata|smandrappata|soccia|socmel|
    sorca|spagnola|spompinare|sticchio|stronza|stronzata|stronzo|succhiami|succhione|sveltina|sverginare|
    tarzanello|terrone|testa di cazzo|tette|tirare|topa|troia|trombare|vacca|vaffanculo|vangare|zinne|
    zio cantante|zoccola`,
  ja: `
    g スポット|s ＆ m|sm女王|いたずら|おしっこ|おしり|おしりのあな|おっぱい|おもらし|お尻|しばり|ちんこ|なめ|ふたなり|ぶっかけ|ぽっちゃり|まんこ|やおい|やりまん|アジアのかわいい女の子|
    アスホール|アナリングス|アナル|イラマチオ|エクスタシー|エスコート|エッチ|エロティズム|エロティック|オカマ|オシリ|オッパイ|オナニー|オマンコ|オーガズム|カント|カーマスートラ|クリトリス|
    クンニリングス|グループ・セックス|グロ|ゲイボーイ|ゲイ・セックス|コカイン|ゴックン|ゴールデンシャワー|サディズム|スウィンガー|スカトロ|スカートの中|ストラップオン|ストリップ劇場|スラット|スリット|
    セクシーな|セクシーな 10 代|セックス|ソドミー|テレフォンセックス|ディック|ディルド|ディープ・スロート|デブ|デートレイプ|トップレス|ドッグスタイル|ニガー|ヌード|ネオ・ナチ|ハードコア|
    バイブレーター|バック・スタイル|パイパン|パンティー|ビッチ|ファック|ファンタジー|フィスト|フェティッシュ|フェラチオ|フック|プリンス アルバート ピアス|プレイボーイ|ベアバック|ペニス|ペニスバンド|
    ホモ|ボンテージ|ボーイズラブ|ボールギャグ|ポルノ|ポルノグラフィー|マザー・ファッカー|マスターベーション|ラティーナ|ラバー|ランジェリー|レイプ|レズビアン|ロリータ|ローター|両刀|両性|両性具有|
    中出し|乱交|乳首|二穴|人妻|人種|児童性虐待|剃毛|勃起する|合意の性交|噴出|売春婦|変態|夢精|大陰唇|女の子|女子高生|女王様|女装|奴隷|嫌い|宦官|射精|尿道プレイ|巨乳|巨根|平手打ち|
    幼児性愛者|強姦犯|後背位|性交|手コキ|拷問|挿入|支配|新しいポルノ|正常位|殺し方|殺人事件|殺人方法|毛深い|淫乱|潮吹き女|潮吹き男性|獣姦|玉なめ|玉舐め|生殖器|直腸|精液|糞便|糞尿愛好症|緊縛|
    縛り|肛門|脱衣|自己愛性|茶色のシャワー|裸の女性|覗き|誘惑|貞操帯|足を広げる|足フェチ|輪姦|近親相姦|陰毛|革抑制|騎上位`,
  ko: `
    강간|개새끼|개자식|개좆|개차반|거유|계집년|고자|근친|노모|니기미|뒤질래|딸딸이|때씹|또라이|뙤놈|로리타|망가|몰카|미친|미친새끼|바바리맨|변태|병신|보지|불알|빠구리|사까시|섹스|스와핑|
    쌍놈|씨발|씨발놈|씨팔|씹물|씹빨|씹새끼|씹알|씹창|씹팔|암캐|애자|야동|야사|야애니|엄창|에로|염병|옘병|유모|육갑|은꼴|자위|자지|잡년|종간나|좆만|죽일년|쥐좆|직촬|짱깨|쪽바리|창녀|
    포르노|하드코어|호로|화냥년|후레아들|후장|희쭈그리`,
  nl: `
    aardappels afgieten|achter het raam zitten|afberen|aflebberen|afrossen|afrukken|aftrekken|afwerkplaats|
    afzeiken|afzuigen|anita|asbak|aso|bagger schijten|balen|bedonderen|befborstel|beffen|bekken|belazeren|
    besodemieterd zijn|besodemieteren|beurt|boemelen|boerelul|boerenpummel|bokkelul|botergeil|broekhoesten|
    brugpieper|buffelen|buiten de pot piesen|da's kloten van de bok|de ballen|de hoer spelen|de hond uitlaten|
    de koffer induiken|de pijp uitgaan|del|dombo|draaikont|driehoog achter wonen|drol|drooggeiler|droogkloot|
    een beurt geven|een halve man en een paardekop|een nummertje maken|een wip maken|eikel|engerd|flamoes|
    flikken|flikker|gadverdamme|galbak|gat|gedoogzone|geilneef|gesodemieter|godverdomme|graftak|gras maaien|
    gratenkut|greppeldel|griet|hoempert|hoer|hoerenbuurt|hoerenloper|hoerig|hol|hufter|huisdealer|johny|kanen|
    kettingzeug|klaarkomen|klerebeer|klojo|klooien|klootjesvolk|klootoog|klootzak|kloten|knor|kont|kontneuken|
    krentekakker|kut|kuttelikkertje|kwakkie|liefdesgrot|lul|lul-de-behanger|lulhannes|lummel|mafketel|
    matennaaier|matje|mof|muts|naaien|naakt|neuken|neukstier|nicht|oetlul|op z'n hondjes|
    op z'n sodemieter geven|opgeilen|opkankeren|oprotten|opsodemieteren|opzouten|ouwe rukker|ouwehoer|
    ouwehoeren|paal|paardelul|palen|penoze|piesen|pijpbekkieg|pijpen|pik|pleurislaaier|poep|poepen|poot|
    portiekslet|pot|potverdorie|publiciteitsgeil|raaskallen|reet|reet trappen, voor zijn|reetridder|remsporen|
    reutelen|rothoer|rotzak|rukhond|rukken|schatje|schijt|schijten|schoft|schuinsmarcheerder|shit|slempen|
    slet|sletterig|slik mijn zaad|snol|spuiten|standje|standje-69|stoephoer|stootje|stront|sufferd|tapijtnek|
    teef|temeier|teringlijer|toeter|tongzoeng|triootjeg|trottoir prostituée|trottoirteef|vergallen|verkloten|
    verneuken|viespeuk|vingeren|vleesroos|voor jan lul|voor jan-met-de-korte-achternaam|watje|welzijnsmafia|
    wijf|wippen|wuftje|zaadje|zakkenwasser|zeiken|zeiker|zuigen|zuiplap`,
  no: `
    asshole|dritt|drittsekk|faen|faen i helvete|fan|fanken|fitte|forbanna|forbannet|forjævlig|fuck|fy faen|
    føkk|føkka|føkkings|helvete|helvetet|jævla|jævlig|kuk|kukene|kuker|morraknuller|morrapuler|nigger|pakkis|
    pikk|pokker|ræva|ræven|satan|shit|sinnsykt|skitt|sotrør|ståpikk|ståpikkene|ståpikker|svartheiteste`,
  pl: `
    burdel|burdelmama|chuj|chujnia|ciota|cipa|cyc|debil|dmuchać|do kurwy nędzy|dupa|dupek|duperele|dziwka|
    fiut|gówno|gówno prawda|huj|huj ci w dupę|ja pierdolę|jajco|jajko|jebany|jebać|kurwa|kurwy|kutafon|kutas|
    lizać pałę|obciągać chuja|obciągać fiuta|obciągać loda|pieprzyć|pierdolec|pierdolić|pierdolnięty|
    pierdolnąć|pierdoła|pierdzieć|pizda|pojeb|pojebany|popierdolony|robic loda|robić loda|ruchać|rzygać|
    skurwysyn|sraczka|srać|suka|syf|wkurwiać|zajebisty`,
  pt: `
    aborto|amador|aranha|ariano|balalao|bastardo|bicha|biscate|bissexual|boceta|boob|bosta|
    braulio de borracha|bumbum|cabrao|cacete|cagar|camisinha|caralho|cerveja|chochota|chupar|clitoris|cocaína|
    coito|colhoes|comer|cona|consolo|corno|dar o rabo|dum raio|esporra|fecal|filho da puta|foda|foda-se|foder|
    frango assado|gozar|grelho|heroína|heterosexual|homem gay|homoerótico|inferno|lésbica|mama|merda|
    paneleiro|passar um cheque|pau|peidar|pinto|porra|puta|puta que pariu|puta que te pariu|pênis|queca|
    sacanagem|saco|torneira|transar|vadia|vai tomar no cu|vai-te foder|veado|vibrador|xana|xochota|ânus`,
  ru: `
    bychara|byk|chernozhopyi|dolboy'eb|ebalnik|ebalo|ebalom sch'elkat|gol|mudack|opizdenet|osto'eblo|
    ostokhuitel'no|ot'ebis|otmudohat|otpizdit|otsosi|padlo|pedik|perdet|petuh|pidar gnoinyj|piz'det|pizd'uk|
    pizda|pizdato|pizdatyi|pizdetc|pizdoi nakryt'sja|po khuy|po'imat' na konchik|po'iti posrat|podi ku'evo|
    poeben|poluchit pizdy|pososi moyu konfetku|prissat|proebat|promudobl'adsksya pizdopro'ebina|propezdoloch|
    prosrat|raspeezdeyi|raspizdatyi|raz'yebuy|raz'yoba|s'ebat'sya|shalava|styervo|sukin syn|svodit posrat|
    svoloch|trakhat'sya|trimandoblydskiy pizdoproyob|u'ebitsche|ubl'yudok|uboy|v pizdu|vafl'a|vafli lovit|
    vyperdysh|vzdrochennyi|yeb vas|za'ebat|zaebis|zalupa|zalupat|zasranetc|zassat|zlo'ebuchy|бздёнок|блядки|
    блядовать|блядство|блядь|бугор|во пизду|встать раком|выёбываться|гандон|говно|говнюк|голый|дать пизды|
    дерьмо|дрочить|другой дразнится|ебать|ебать-копать|ебло|ебнуть|жопа|жополиз|играть на кожаной флейте|
    измудохать|каждый дрочит как он хочет|как два пальца обоссать|какая разница|курите мою трубку|
    лысого в кулаке гонять|малофья|манда|мандавошка|мент|муда|мудило|мудозвон|на фиг|на хуй|на хую вертеть|
    на хуя|наебать|наебениться|наебнуться|нахуячиться|не ебет|невебенный|ни за хуй собачу|ни хуя|обнаженный|
    обоссаться можно|один ебётся|опесдол|офигеть|охуеть|охуительно|половое сношение|сиськи|спиздить|срать|
    ссать|траxать|ты мне ваньку не валяй|фига|хапать|хер с ней|хер с ним|хохол|хрен|хуем груши околачивать|
    хуеплет|хуило|хуиней страдать|хуиня|хуй|хуй пинать|хуйнуть|хуёво|хуёвый|ёб твою мать|ёбарь`,
  sv: `
    arsle|brutta|discofitta|dra åt helvete|fan|fitta|fittig|för helvete|helvete|hård|jävlar|knulla|kuk|kuksås|
    kötthuvud|köttnacke|moona|moonade|moonar|moonat|mutta|neger|nigger|olla|pippa|pitt|prutt|pök|runka|röv|
    rövhål|rövknulla|satan|skit ner dig|skita|skäggbiff|snedfitta|snefitta|stake|subba|sätta på|sås|tusan`,
  th: `
    กระดอ|กระหรี่|กระเด้า|กะปิ|ขี้|ควย|จิ๋ม|จู๋|ดอกทอง|ตอแหล|ตูด|น้ําแตก|มึง|รูตูด|ล้างตู้เย็น|สัด|ส้นตีน|
    หญิงชาติชั่ว|หลั่ง|ห่า|หํา|อมนกเขา|เจี๊ยว|เจ๊ก|เย็ด|เสือก|เหี้ย|แม่ง|ไอ้ควาย`,
  tr: `
    amcık|amcıklar|amcıklara|amcıklarda|amcıklardan|amcıkları|amcıkların|amcıkta|amcıktan|amcığa|amcığı|
    amcığın|amlar|amı|göt|göte|götler|götlerde|götlerden|götlere|götleri|götlerin|götte|götten|götveren|
    götverende|götverenden|götverene|götvereni|götverenin|götverenler|götverenlerde|götverenlerden|
    götverenlere|götverenleri|götverenlerin|götü|götün|kaltak|kaltaklar|kaltaklara|kaltaklarda|kaltaklardan|
    kaltakları|kaltakların|kaltakta|kaltaktan|kaltağa|kaltağı|kaltağın|orospu|orospuda|orospudan|orospular|
    orospulara|orospularda|orospulardan|orospuları|orospuların|orospunun|orospuya|orospuyu|otuz birci|
    otuz bircide|otuz birciden|otuz birciler|otuz bircilerde|otuz bircilerden|otuz bircilere|otuz bircileri|
    otuz bircilerin|otuz bircinin|otuz birciye|otuz birciyi|saksocu|saksocuda|saksocudan|saksocular|
    saksoculara|saksocularda|saksoculardan|saksocuları|saksocuların|saksocunun|saksocuya|saksocuyu|sik|sike|
    siker sikmez|siki|sikilir sikilmez|sikin|sikler|siklerde|siklerden|siklere|sikleri|siklerin|sikmek|
    sikmemek|sikte|sikten|siktir|siktirir siktirmez|sıçmak|taşak|taşaklar|taşaklara|taşaklarda|taşaklardan|
    taşakları|taşakların|taşakta|taşaktan|taşağa|taşağı|taşağın|yarak|yaraklar|yaraklara|yaraklarda|
    yaraklardan|yarakları|yarakların|yarakta|yaraktan|yarağa|yarağı|yarağın|çingene|çingenede|çingeneden|
    çingeneler|çingenelerde|çingenelerden|çingenelere|çingeneleri|çingenelerin|çingenenin|çingeneye|çingeneyi`,
  zh: `
    13.|13点|三级片|下三烂|下贱|个老子的|九游|乳交|乳头|乳房|乳波臀浪|交配|仆街|他奶奶|他奶奶的|他奶娘的|他妈|他妈ㄉ王八蛋|他妈地|他妈的|他娘|他马的|你个傻比|你他马的|你全家|你奶奶的|
    你她马的|你妈|你妈的|你娘|你娘卡好|你娘咧|你它妈的|你它马的|你是鸡|你是鸭|你老味|你老母|你老闆|你马的|做爱|傻比|傻逼|册那|冚家拎|冚家鏟|军妓|几八|几叭|几巴|几芭|刚度|刚瘪三|包皮|
    十三点|卖比|卖淫|卵子|双峰微颤|口交|口肯|叫床|吃屎|后庭|吹箫|咸家伶|咸家鏟|塞你公|塞你娘|塞你母|塞你爸|塞你老师|塞你老母|处女|外阴|大卵子|大卵泡|大鸡巴|奶奶的熊|奶子|奸你|她妈地|
    她妈的|她马的|妈个b|妈个比|妈个老比|妈妈的|妈比|妈的|妈的b|妈逼|妓女|妓院|妳她妈的|妳妈的|妳娘的|妳老母的|妳马的|姘头|姣西|娘个比|娘的|婊子|婊子养的|嫖娼|嫖客|它妈地|它妈的|密洞|
    射你|射精|小乳头|小卵子|小卵泡|小瘪三|小肉粒|小骚比|小骚货|小鸡巴|小鸡鸡|屁眼|屁股|屎忽|巨乳|干x娘|干七八|干你|干你妈|干你娘|干你老母|干你良|干妳妈|干妳娘|干妳老母|干妳马|干您娘|
    干机掰|干死cs|干死gm|干死你|干死客服|强奸|强奸你|性交|性器|性无能|性爱|情色|想上你|懆您妈|懆您娘|懒八|懒叫|懒教|成人|我操你祖宗十八代|扒光|打炮|打飞机|抽插|招妓|插你|插死你|撒尿|
    操你|操你全家|操你奶奶|操你妈|操你娘|操你祖宗|操你老妈|操你老母|操妳|操妳全家|操妳妈|操妳娘|操妳祖宗|操机掰|操比|操逼|放荡|日他娘|日你|日你妈|日你老娘|日你老母|日批|月经|机八|机巴|
    机机歪歪|杂种|浪叫|淫乱|淫妇|淫棍|淫水|淫秽|淫荡|淫西|湿透的内裤|激情|灨你娘|烂货|烂逼|狗屁|狗日|狗狼养的|玉杵|王八蛋|瓜娃子|瓜婆娘|瓜批|瘪三|白烂|白痴|白癡|硬膠|祖宗|私服|笨實|
    笨蛋|粉腸|精子|老二|老味|老母|老瘪三|老骚比|老骚货|肉壁|肉棍子|肉棒|肉缝|肛交|肥西|色情|花柳|荡妇|贝肉|贱人|贱货|贼你妈|赛你老母|赛妳阿母|赣您娘|躝癱|轮奸|迷药|逼样|野鸡|阳具|阳萎|
    阴唇|阴户|阴核|阴毛|阴茎|阴道|阴部|陰莖|雞巴|靠北|靠母|靠爸|靠背|靠腰|驶你公|驶你娘|驶你母|驶你爸|驶你老师|驶你老母|骚比|骚货|骚逼|鬼公|鸡八|鸡叭|鸡吧|鸡奸|鸡巴|鸡芭|鸡鸡|龟儿子|
    龟头`,
}
