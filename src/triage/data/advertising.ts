/** How comments advertise, lure and chain; `phraseBooks` says how a phrase is written. */
export const advertisingPhrases: Readonly<Record<string, string>> = {
  0.7: `
    best/lowest/cheapest/unbeatable/great/affordable price/prices/rate/rates/quality/deals
    free quote/quotes/delivery/shipping/trial/consultation/estimate/spins/gift/gifts/signup/registration/lesson
    call/text/ring/phone/whatsapp/contact/dm/message/email/e_mail/mail us/now/today/me/him/her/our
    click/order/buy/apply/enrol/register/subscribe/join/sign_up/book/shop/invest/hurry/download now/today/here/up/below/fast
    order/book/reserve/claim yours/your/online
    limited/few seats/stock/time/offer/spots/places/edition/period
    seats/places/spots are? limited
    money back guarantee/guaranteed
    100 guarantee/guaranteed/genuine/original/legit/natural/free
    guaranteed results/returns/income/profit/delivery
    no credit check/checks
    no prescription/registration/fees/deposit/experience/questions/paperwork/contract
    cash on delivery
    same day service/delivery/cash/loan
    work from/at home
    earn/earning/earned/make/making/makes ** dollars/pounds/rupees/per/week/month/day/daily/weekly/hour/online
    be your own boss
    financial freedom/independence
    bitcoin/crypto/forex ** signals/trading/investment/mentor/future/profit/miner
    win rate
    turned my * into
    followers/likes/subscribers/reviews ** cheap/instant/real/buy/for/and
    buy ** followers/likes/subscribers/reviews/viagra/cialis/pills/passport/licence/license/degree
    follow for follow
    follow me/us/back
    like and share/subscribe
    subscribe to my/our
    check out my/our
    my channel/page/profile/onlyfans/telegram/insta
    viagra/cialis/levitra/xanax/tramadol
    weight loss
    lost/lose ** kg/pounds/kilos/lbs ** weeks/days/month
    hot/sexy singles/girls/ladies
    escort/escorts/massage service/services/young/girls
    love/black_magic spell/spells/problem/removal
    spell caster
    astrologer/pandit/baba ** ji/problem/solved/specialist/solution
    husband/wife/ex/lover ** back in
    brought/bring my/back ** husband/wife/ex/lover
    loan/loans/funds ** today/interest/instant/business/fast/approved/account
    interest loan/loans
    special/exclusive/discount/promo offer/code/price/discount
    half/off price
    use code
    percent/% off
    seo/backlink/web_design/digital_marketing services/service/packages/expert
    page one of
    wholesale/discounted/factory price/prices
    years ** experience ** call/contact
    licensed and insured
    open 24
    24 7/x_7/hours service/support/delivery/available
    we/i buy any/your/old/houses/cars/gold
    for sale ,
    selling my/our/cheap/fast
    copy and paste this
    forward/send/share/repost this to
    bad luck for
    million dollars/pounds/euros/usd ** share/transfer/inherit/who/wish
    next of kin
    reply with your
    vote for my
    new/online casino
    without test/tests/exam/exams
    worldwide delivery/shipping
    delivery/shipping worldwide
    instant/discreet/plain delivery/cash/approval/packets/shipping
    thousands/hundreds of? ** satisfied/happy/trusted
    trusted by
    happy families/customers/clients
    saved/save up to
    sign up/in? free/now/today
    from the comfort of
    this is not a scam/joke
    share my testimony/story
    changed my life
    write/comment/type ready/yes/interested/info below/and
    seeking/looking serious/honest people/person/partner
    only serious people/buyers/enquiries
    signed copy
    order it/yours/online at
    home delivery
  `,
  0.4: `
    great/nice/wonderful/excellent article/post/blog , thank/thanks
    thank you for sharing
    apply/hurry/subscribe/guaranteed/wholesale/discount/discreet/testimony
    please please please
    dear/attention readers/friends/all/home/sir/homeowners
    original/genuine/authentic ** certificate/certified/perfume/brand
    cheap ** loans/tickets/watches/flights/pills
    supplement/supplements/capsule/capsules/tea/pills which/that/cured/melted/helps
    price list
  `,
}
