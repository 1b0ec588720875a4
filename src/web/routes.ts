import type { Route } from './route.ts'
import { changePasskey, changeSessions, enrol, giveChallenge, showAccount } from './routes/account.ts'
import { showArticle, showReplyForm, showReportForm, showThread } from './routes/articles.ts'
import { decideAtOnce, reverseBatch, showBatch, showBatches } from './routes/batches.ts'
import { sendCalibrationTable, showCalibration } from './routes/calibration.ts'
import { loadAhead, showPresence } from './routes/cards.ts'
import { changeClusterFloor, showCluster } from './routes/clusters.ts'
import { confirm, resend, showConfirmation, showReceipt, submit, withdraw } from './routes/comments.ts'
import {
  allowLinks,
  claim,
  release,
  renew,
  showCard,
  showComment,
  showDecided,
  showQueue,
  takeDecision,
  undo,
} from './routes/desk.ts'
import { handUp } from './routes/escalations.ts'
import {
  sendCommentFeed,
  sendFeed,
  sendNewsSitemap,
  sendOembed,
  sendSectionFeed,
  sendSitemap,
  sendSitemapIndex,
  sendTrust,
  showArticleAs,
  showFeeds,
} from './routes/feeds.ts'
import { keepQueue, showFind, showSavedQueue, useQueue } from './routes/find.ts'
import { manageKeys, showKeys } from './routes/keys.ts'
import { changeLearningMode, forgetLearning, showLearning } from './routes/learning.ts'
import { showLetter, showMailbox } from './routes/mailbox.ts'
import {
  addPhoto,
  changeCommentMode,
  publishNow,
  reviewCapture,
  saveCapture,
  showArticles,
  showCapture,
  showCommentModes,
  showNewsroomArticle,
  takeBackNow,
} from './routes/newsroom.ts'
import { changePaper, showPaper } from './routes/paper.ts'
import { analyzeComment, suggestScore } from './routes/perspective.ts'
import { pin, showExamples, showPrecedents, unpin } from './routes/precedents.ts'
import {
  sendAsset,
  sendIcon,
  sendPhoto,
  sendRobots,
  showFront,
  showHealth,
  showPolicy,
  showRecord,
  showSection,
} from './routes/public.ts'
import { report, showReportReceipt } from './routes/reports.ts'
import {
  answerSecondLook,
  changeSecondLookShare,
  showSecondLook,
  skipSecondLook,
  takeSecondLook,
} from './routes/second-looks.ts'
import {
  askLink,
  endSession,
  giveSignInChallenge,
  showSignIn,
  showSignInDoor,
  signInWithPasskey,
  useSignIn,
} from './routes/sign-in.ts'
import { changeMember, invite, setPasskeyRoles, showMember, showStaff, showStaffLog } from './routes/staff.ts'
import { sendStaffComment, showStaffComment } from './routes/staff-comments.ts'
import { orderTakedown, reverseTakedown, showTakedowns } from './routes/takedowns.ts'
import { changeThread, showThreads } from './routes/threads.ts'
import { arm, disarm, showUnread } from './routes/unread.ts'
import {
  addWriterNote,
  liftWriterMeasure,
  showWriter,
  strikeOutWriterNote,
  takeWriterMeasure,
} from './routes/writers.ts'

/** The whole map. Nothing answers that does not stand here, with its guard and its limit. */
export const routes: readonly Route[] = [
  // Open to every reader; kept pages, the same for all.
  { method: 'GET', path: '/', guard: 'anyone', limit: 'none', handle: showFront },
  { method: 'GET', path: '/s/:slug', guard: 'anyone', limit: 'none', handle: showSection },
  { method: 'GET', path: '/a/:id', guard: 'anyone', limit: 'none', handle: showArticleAs },
  { method: 'GET', path: '/a/:id/comments.atom', guard: 'anyone', limit: 'none', handle: sendCommentFeed },
  { method: 'GET', path: '/a/:id/c/:comment', guard: 'anyone', limit: 'none', handle: showThread },
  { method: 'GET', path: '/a/:id/:slug', guard: 'anyone', limit: 'none', handle: showArticle },
  { method: 'GET', path: '/feeds', guard: 'anyone', limit: 'none', handle: showFeeds },
  { method: 'GET', path: '/feed.rss', guard: 'anyone', limit: 'none', handle: sendFeed('rss') },
  { method: 'GET', path: '/feed.atom', guard: 'anyone', limit: 'none', handle: sendFeed('atom') },
  { method: 'GET', path: '/feed.json', guard: 'anyone', limit: 'none', handle: sendFeed('json') },
  {
    method: 'GET',
    path: '/s/:slug/feed.rss',
    guard: 'anyone',
    limit: 'none',
    handle: sendSectionFeed('rss'),
  },
  {
    method: 'GET',
    path: '/s/:slug/feed.atom',
    guard: 'anyone',
    limit: 'none',
    handle: sendSectionFeed('atom'),
  },
  {
    method: 'GET',
    path: '/s/:slug/feed.json',
    guard: 'anyone',
    limit: 'none',
    handle: sendSectionFeed('json'),
  },
  { method: 'GET', path: '/sitemap.xml', guard: 'anyone', limit: 'none', handle: sendSitemapIndex },
  { method: 'GET', path: '/sitemaps/:part', guard: 'anyone', limit: 'none', handle: sendSitemap },
  { method: 'GET', path: '/trust.txt', guard: 'anyone', limit: 'none', handle: sendTrust },
  { method: 'GET', path: '/.well-known/trust.txt', guard: 'anyone', limit: 'none', handle: sendTrust },
  { method: 'GET', path: '/policy', guard: 'anyone', limit: 'none', handle: showPolicy },
  { method: 'GET', path: '/record', guard: 'anyone', limit: 'none', handle: showRecord },
  { method: 'GET', path: '/photos/:file', guard: 'anyone', limit: 'none', handle: sendPhoto },
  { method: 'GET', path: '/assets/:name', guard: 'anyone', limit: 'none', handle: sendAsset },
  { method: 'GET', path: '/favicon.ico', guard: 'anyone', limit: 'none', handle: sendIcon },
  { method: 'GET', path: '/robots.txt', guard: 'anyone', limit: 'none', handle: sendRobots },
  { method: 'GET', path: '/healthz', guard: 'anyone', limit: 'none', handle: showHealth },

  // Programs ask, and get what no kept page can be: counted by network address.
  { method: 'GET', path: '/sitemap-news.xml', guard: 'anyone', limit: 'pages', handle: sendNewsSitemap },
  { method: 'GET', path: '/oembed', guard: 'anyone', limit: 'pages', handle: sendOembed },

  // Readers act: drawn anew each time, counted by network address.
  { method: 'GET', path: '/a/:id/c/:comment/reply', guard: 'anyone', limit: 'pages', handle: showReplyForm },
  {
    method: 'GET',
    path: '/a/:id/c/:comment/report',
    guard: 'anyone',
    limit: 'pages',
    handle: showReportForm,
  },
  { method: 'POST', path: '/a/:id/comments', guard: 'anyone', limit: 'comments', handle: submit },
  { method: 'POST', path: '/a/:id/c/:comment/reports', guard: 'anyone', limit: 'reports', handle: report },

  // Only for whoever holds the secret in the address.
  { method: 'GET', path: '/confirmations/:ref', guard: 'holder', limit: 'pages', handle: showConfirmation },
  { method: 'POST', path: '/confirmations/:ref', guard: 'holder', limit: 'pages', handle: confirm },
  { method: 'GET', path: '/receipts/:ref', guard: 'holder', limit: 'pages', handle: showReceipt },
  { method: 'POST', path: '/receipts/:ref/withdrawal', guard: 'holder', limit: 'pages', handle: withdraw },
  { method: 'POST', path: '/receipts/:ref/revision', guard: 'holder', limit: 'comments', handle: resend },
  { method: 'GET', path: '/reports/:ref', guard: 'holder', limit: 'pages', handle: showReportReceipt },
  { method: 'GET', path: '/desk/sign-in/:token', guard: 'holder', limit: 'sign_ins', handle: showSignIn },
  { method: 'POST', path: '/desk/sign-in/:token', guard: 'holder', limit: 'sign_ins', handle: useSignIn },

  // The door of the desk.
  { method: 'GET', path: '/desk/sign-in', guard: 'anyone', limit: 'pages', handle: showSignInDoor },
  { method: 'POST', path: '/desk/sign-in', guard: 'anyone', limit: 'sign_ins', handle: askLink },
  {
    method: 'POST',
    path: '/desk/passkey-challenges',
    guard: 'anyone',
    // A question costs little; the answer is what is counted, so that a newsroom behind one address can begin its shift.
    limit: 'pages',
    handle: giveSignInChallenge,
  },
  {
    method: 'POST',
    path: '/desk/passkey-sign-in',
    guard: 'anyone',
    limit: 'sign_ins',
    handle: signInWithPasskey,
  },

  // One's own sign-in: open as well to whoever came by a link where the role asks for a passkey.
  { method: 'POST', path: '/desk/sign-out', guard: 'keep_own_sign_in', limit: 'none', handle: endSession },
  { method: 'GET', path: '/desk/account', guard: 'keep_own_sign_in', limit: 'none', handle: showAccount },
  {
    method: 'POST',
    path: '/desk/account/passkey-challenges',
    guard: 'keep_own_sign_in',
    limit: 'none',
    handle: giveChallenge,
  },
  {
    method: 'POST',
    path: '/desk/account/passkeys',
    guard: 'keep_own_sign_in',
    limit: 'none',
    handle: enrol,
  },
  {
    method: 'POST',
    path: '/desk/account/passkeys/:passkey',
    guard: 'keep_own_sign_in',
    limit: 'none',
    handle: changePasskey,
  },
  {
    method: 'POST',
    path: '/desk/account/sessions',
    guard: 'keep_own_sign_in',
    limit: 'none',
    handle: changeSessions,
  },

  // Only for programs with an API key.
  {
    method: 'POST',
    path: '/v1alpha1/comments:analyze',
    guard: 'key',
    limit: 'by_key',
    body: 'json',
    handle: analyzeComment,
  },
  {
    method: 'POST',
    path: '/v1alpha1/comments:suggestscore',
    guard: 'key',
    limit: 'by_key',
    body: 'json',
    handle: suggestScore,
  },

  // The desk.
  { method: 'GET', path: '/desk', guard: 'decide', limit: 'none', handle: showCard },
  { method: 'POST', path: '/desk/cards', guard: 'decide', limit: 'none', handle: loadAhead },
  { method: 'GET', path: '/desk/presence', guard: 'decide', limit: 'none', handle: showPresence },
  { method: 'GET', path: '/desk/queue', guard: 'decide', limit: 'none', handle: showQueue },
  { method: 'GET', path: '/desk/find', guard: 'decide', limit: 'none', handle: showFind },
  { method: 'POST', path: '/desk/find/queues', guard: 'decide', limit: 'none', handle: keepQueue },
  {
    method: 'GET',
    path: '/desk/find/queues/:queue',
    guard: 'decide',
    limit: 'none',
    handle: showSavedQueue,
  },
  { method: 'POST', path: '/desk/find/queues/:queue', guard: 'decide', limit: 'none', handle: useQueue },
  { method: 'GET', path: '/desk/decided', guard: 'decide', limit: 'none', handle: showDecided },
  { method: 'GET', path: '/desk/comments/:comment', guard: 'decide', limit: 'none', handle: showComment },
  { method: 'POST', path: '/desk/claims', guard: 'decide', limit: 'none', handle: claim },
  { method: 'POST', path: '/desk/claims/:comment', guard: 'decide', limit: 'none', handle: renew },
  { method: 'POST', path: '/desk/claims/:comment/release', guard: 'decide', limit: 'none', handle: release },
  {
    method: 'POST',
    path: '/desk/comments/:comment/decisions',
    guard: 'decide',
    limit: 'none',
    handle: takeDecision,
  },
  {
    method: 'POST',
    path: '/desk/comments/:comment/escalations',
    guard: 'decide',
    limit: 'none',
    handle: handUp,
  },
  {
    method: 'POST',
    path: '/desk/comments/:comment/links',
    guard: 'decide',
    limit: 'none',
    handle: allowLinks,
  },
  {
    method: 'POST',
    path: '/desk/decisions/:decision/reversal',
    guard: 'reverse_own',
    limit: 'none',
    handle: undo,
  },
  {
    method: 'GET',
    path: '/desk/comments/:comment/like',
    guard: 'decide',
    limit: 'none',
    handle: showCluster,
  },
  {
    method: 'POST',
    path: '/desk/clusters/floor',
    guard: 'set_cluster_floor',
    limit: 'none',
    handle: changeClusterFloor,
  },
  {
    method: 'GET',
    path: '/desk/comments/:comment/precedents',
    guard: 'decide',
    limit: 'none',
    handle: showPrecedents,
  },
  { method: 'GET', path: '/desk/examples', guard: 'decide', limit: 'none', handle: showExamples },
  { method: 'POST', path: '/desk/examples', guard: 'pin_precedent', limit: 'none', handle: pin },
  { method: 'POST', path: '/desk/examples/:pin/end', guard: 'pin_precedent', limit: 'none', handle: unpin },
  // Second looks, and the weekly calibration that comes of them.
  { method: 'GET', path: '/desk/second-looks', guard: 'decide', limit: 'none', handle: showSecondLook },
  { method: 'POST', path: '/desk/second-looks', guard: 'decide', limit: 'none', handle: takeSecondLook },
  {
    method: 'POST',
    path: '/desk/second-looks/share',
    guard: 'set_look_share',
    limit: 'none',
    handle: changeSecondLookShare,
  },
  {
    method: 'POST',
    path: '/desk/second-looks/:look/answer',
    guard: 'decide',
    limit: 'none',
    handle: answerSecondLook,
  },
  {
    method: 'POST',
    path: '/desk/second-looks/:look/skip',
    guard: 'decide',
    limit: 'none',
    handle: skipSecondLook,
  },
  { method: 'GET', path: '/desk/calibration', guard: 'decide', limit: 'none', handle: showCalibration },
  {
    method: 'GET',
    path: '/desk/calibration/table.csv',
    guard: 'decide',
    limit: 'none',
    handle: sendCalibrationTable,
  },
  { method: 'GET', path: '/desk/batches', guard: 'decide', limit: 'none', handle: showBatches },
  { method: 'POST', path: '/desk/batches', guard: 'decide', limit: 'none', handle: decideAtOnce },
  { method: 'GET', path: '/desk/batches/:batch', guard: 'decide', limit: 'none', handle: showBatch },
  {
    method: 'POST',
    path: '/desk/batches/:batch/reversal',
    guard: 'reverse_own',
    limit: 'none',
    handle: reverseBatch,
  },
  {
    method: 'GET',
    path: '/desk/takedowns',
    guard: 'take_down_comment',
    limit: 'none',
    handle: showTakedowns,
  },
  {
    method: 'POST',
    path: '/desk/takedowns',
    guard: 'take_down_comment',
    limit: 'none',
    handle: orderTakedown,
  },
  {
    method: 'POST',
    path: '/desk/takedowns/:batch/reversal',
    guard: 'take_down_comment',
    limit: 'none',
    handle: reverseTakedown,
  },
  {
    method: 'GET',
    path: '/desk/articles/:id/comment',
    guard: 'write_comment',
    limit: 'none',
    handle: showStaffComment,
  },
  {
    method: 'POST',
    path: '/desk/articles/:id/comment',
    guard: 'write_comment',
    limit: 'none',
    handle: sendStaffComment,
  },
  { method: 'GET', path: '/desk/staff', guard: 'decide', limit: 'none', handle: showStaff },
  { method: 'POST', path: '/desk/staff', guard: 'manage_staff', limit: 'none', handle: invite },
  {
    method: 'POST',
    path: '/desk/staff/passkeys',
    guard: 'manage_staff',
    limit: 'none',
    handle: setPasskeyRoles,
  },
  { method: 'GET', path: '/desk/staff/log', guard: 'manage_staff', limit: 'none', handle: showStaffLog },
  { method: 'GET', path: '/desk/staff/:staff', guard: 'manage_staff', limit: 'none', handle: showMember },
  { method: 'POST', path: '/desk/staff/:staff', guard: 'manage_staff', limit: 'none', handle: changeMember },
  { method: 'GET', path: '/desk/paper', guard: 'manage_paper', limit: 'none', handle: showPaper },
  { method: 'POST', path: '/desk/paper', guard: 'manage_paper', limit: 'none', handle: changePaper },
  { method: 'GET', path: '/desk/keys', guard: 'manage_keys', limit: 'none', handle: showKeys },
  { method: 'POST', path: '/desk/keys', guard: 'manage_keys', limit: 'none', handle: manageKeys },
  { method: 'GET', path: '/desk/learning', guard: 'edit_articles', limit: 'none', handle: showLearning },
  {
    method: 'POST',
    path: '/desk/learning/mode',
    guard: 'edit_articles',
    limit: 'none',
    handle: changeLearningMode,
  },
  {
    method: 'POST',
    path: '/desk/learning/reset',
    guard: 'edit_articles',
    limit: 'none',
    handle: forgetLearning,
  },

  { method: 'GET', path: '/desk/unread', guard: 'disarm_unread', limit: 'none', handle: showUnread },
  { method: 'POST', path: '/desk/unread/arming', guard: 'arm_unread', limit: 'none', handle: arm },
  { method: 'POST', path: '/desk/unread/end', guard: 'disarm_unread', limit: 'none', handle: disarm },

  // Writers: their standing, what is taken against them, and what the desk notes.
  { method: 'GET', path: '/desk/writers/:writer', guard: 'decide', limit: 'none', handle: showWriter },
  {
    method: 'POST',
    path: '/desk/writers/:writer/measures',
    guard: 'measure_writer',
    limit: 'none',
    handle: takeWriterMeasure,
  },
  {
    method: 'POST',
    path: '/desk/measures/:measure/reversal',
    guard: 'measure_writer',
    limit: 'none',
    handle: liftWriterMeasure,
  },
  {
    method: 'POST',
    path: '/desk/writers/:writer/notes',
    guard: 'decide',
    limit: 'none',
    handle: addWriterNote,
  },
  {
    method: 'POST',
    path: '/desk/notes/:note/striking',
    guard: 'decide',
    limit: 'none',
    handle: strikeOutWriterNote,
  },

  { method: 'GET', path: '/desk/threads', guard: 'decide', limit: 'none', handle: showThreads },
  {
    method: 'POST',
    path: '/desk/articles/:id/thread',
    guard: 'set_thread',
    limit: 'none',
    handle: changeThread,
  },

  // The newsroom.
  { method: 'GET', path: '/newsroom', guard: 'edit_articles', limit: 'none', handle: showArticles },
  {
    method: 'GET',
    path: '/newsroom/articles/:id',
    guard: 'edit_articles',
    limit: 'none',
    handle: showNewsroomArticle,
  },
  {
    method: 'POST',
    path: '/newsroom/articles/:id/publication',
    guard: 'edit_articles',
    limit: 'none',
    handle: publishNow,
  },
  {
    method: 'POST',
    path: '/newsroom/articles/:id/withdrawal',
    guard: 'edit_articles',
    limit: 'none',
    handle: takeBackNow,
  },
  {
    method: 'POST',
    path: '/newsroom/articles/:id/photo',
    guard: 'edit_articles',
    limit: 'none',
    body: 'upload',
    handle: addPhoto,
  },
  { method: 'GET', path: '/newsroom/capture', guard: 'edit_articles', limit: 'none', handle: showCapture },
  {
    method: 'POST',
    path: '/newsroom/capture/review',
    guard: 'edit_articles',
    limit: 'none',
    body: 'upload',
    handle: reviewCapture,
  },
  {
    method: 'POST',
    path: '/newsroom/capture/draft',
    guard: 'edit_articles',
    limit: 'none',
    body: 'upload',
    handle: saveCapture,
  },
  {
    method: 'GET',
    path: '/newsroom/comment-mode',
    guard: 'set_comment_mode',
    limit: 'none',
    handle: showCommentModes,
  },
  {
    method: 'POST',
    path: '/newsroom/comment-mode',
    guard: 'set_comment_mode',
    limit: 'none',
    handle: changeCommentMode,
  },

  // Only in the demo.
  { method: 'GET', path: '/mailbox', guard: 'demo', limit: 'none', handle: showMailbox },
  { method: 'GET', path: '/mailbox/:letter', guard: 'demo', limit: 'none', handle: showLetter },
]
