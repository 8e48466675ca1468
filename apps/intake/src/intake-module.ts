import { Module } from '@nestjs/common';
import { SETTINGS } from '#platform/resources';
import { AttachmentController } from './attachments/attachment-controller';
import { AttachmentReading } from './attachments/attachment-reading';
import { AttachmentSharing } from './attachments/attachment-sharing';
import { Attachments } from './attachments/attachments';
import { FileReception } from './attachments/file-reception';
import { FILE_STORE } from './attachments/file-store';
import { LooseFileSweep } from './attachments/loose-file-sweep';
import { openFileStore } from './attachments/open-file-store';
import { Pictures } from './attachments/pictures';
import { UploadController } from './attachments/upload-controller';
import { ImportController } from './imports/import-controller';
import { ImportThread } from './imports/import-thread';
import { importWorks } from './imports/import-works';
import { Importer } from './imports/importer';
import { Imports } from './imports/imports';
import { Uploads } from './imports/uploads';
import { LookAlikeController } from './look-alikes/look-alike-controller';
import { AdminEventController } from './operations/admin-event-controller';
import { AnchorController } from './operations/anchor-controller';
import { DeadLetterController } from './operations/dead-letter-controller';
import { LiveController } from './operations/live-controller';
import { OpenApiController } from './operations/openapi-controller';
import { AnswerController } from './calls/answer-controller';
import { CallClaims } from './calls/call-claims';
import { CallController } from './calls/call-controller';
import { CallEventController } from './calls/call-event-controller';
import { CallEvents } from './calls/call-events';
import { CallQueue } from './calls/call-queue';
import { CallRatings } from './calls/call-ratings';
import { CallWaiting } from './calls/call-waiting';
import { RecordingController } from './calls/recording-controller';
import { TicketCalls } from './calls/ticket-calls';
import { ClientController } from './channels/client-controller';
import { ClientStore } from './channels/client-store';
import { InboundFiles } from './channels/inbound-files';
import { InboundController } from './channels/inbound-controller';
import { KnownMessages } from './channels/known-messages';
import { HandRegistrations } from './channels/hand-registrations';
import { MachineRegistrations } from './channels/machine-registrations';
import { Registering } from './channels/registering';
import { ReconciliationController } from './reconciling/reconciliation-controller';
import { Reconciliations } from './reconciling/reconciliations';
import { ClientFeedback } from './transfers/client-feedback';
import { Feedback } from './transfers/feedback';
import { FeedbackSources } from './transfers/feedback-sources';
import { Instructions } from './transfers/instructions';
import { TransferController } from './transfers/transfer-controller';
import { MessageAttempts } from './messages/message-attempts';
import { SurveyLinks } from './messages/survey-links';
import { MessageController } from './messages/message-controller';
import { MessageReading } from './messages/message-reading';
import { MessageReportController } from './messages/message-report-controller';
import { MessageResending } from './messages/message-resending';
import { MessageSeeds } from './messages/message-seeds';
import { MessageSending } from './messages/message-sending';
import { MessageSettingsController } from './messages/message-settings-controller';
import { MessageSources } from './messages/message-sources';
import { MessageTemplateController } from './messages/message-template-controller';
import { IncidentController } from './incidents/incident-controller';
import { Incidents } from './incidents/incidents';
import { ReportSources } from './incidents/report-sources';
import { Reports } from './incidents/reports';
import { DutyLog } from './shift/duty-log';
import { DutyMatters } from './shift/duty-matters';
import { HandoverContents } from './shift/handover-content';
import { HandoverController } from './shift/handover-controller';
import { HandoverItems } from './shift/handover-items';
import { HandoverReading } from './shift/handover-reading';
import { Handovers } from './shift/handovers';
import { ShiftController } from './shift/shift-controller';
import { Shifts } from './shift/shifts';
import { TicketsOfNumber } from './shift/tickets-of-number';
import { IssueAlertController } from './issues/issue-alert-controller';
import { IssueChanges } from './issues/issue-changes';
import { IssueController } from './issues/issue-controller';
import { IssueGrouping } from './issues/issue-grouping';
import { IssuePages } from './issues/issue-pages';
import { IssueReading } from './issues/issue-reading';
import { IssueRuleChanges } from './issues/issue-rule-changes';
import { IssueRuleController } from './issues/issue-rule-controller';
import { Issues } from './issues/issues';
import { KinOf } from './issues/kin-of';
import { ToldIssueRules } from './issues/told-issue-rules';
import { MilestoneController } from './issues/milestone-controller';
import { Milestones } from './issues/milestones';
import { BroadcastController } from './broadcasts/broadcast-controller';
import { BroadcastReading } from './broadcasts/broadcast-reading';
import { BroadcastRecordController } from './broadcasts/broadcast-record-controller';
import { Broadcasts } from './broadcasts/broadcasts';
import { FittingBroadcasts } from './broadcasts/fitting-broadcasts';
import { VisitController } from './visits/visit-controller';
import { Visits } from './visits/visits';
import { Asking } from './open311/asking';
import { Open311Controller } from './open311/open311-controller';
import { Requests } from './open311/requests';
import { Services } from './open311/services';
import { ConsentController } from './privacy/consent-controller';
import { CopySources } from '#platform/documents/copy-source';
import { LookController } from './privacy/look-controller';
import { DraftController } from './drafts/draft-controller';
import { DraftExpiry } from './drafts/draft-expiry';
import { Drafts } from './drafts/drafts';
import { HarassmentController } from './harassment/harassment-controller';
import { HarassmentMarks } from './harassment/harassment-marks';
import { HarassmentReading } from './harassment/harassment-reading';
import { MarkedNumbers } from './harassment/marked-numbers';
import { Looks } from './privacy/looks';
import { ThirdPartyCopies } from './privacy/third-party-copies';
import { ThirdPartyCopyController } from './privacy/third-party-copy-controller';
import { Erasures } from './retention/erasures';
import { RecordRetention } from './retention/record-retention';
import { Retention } from './retention/retention';
import { RetentionController } from './retention/retention-controller';
import { RetentionRounds } from './retention/retention-rounds';
import { RetentionRules } from './retention/retention-rules';
import { CitizensOfNumber } from './search/citizens-of-number';
import { SearchProjection } from './search/search-projection';
import { TicketSearch } from './search/ticket-search';
import { WordLists } from './search/word-lists';
import { IdentityProvider } from './session/identity-provider';
import { LinkedAccounts } from './session/linked-accounts';
import { OidcController } from './session/oidc-controller';
import { OidcSignIn } from './session/oidc-sign-in';
import { OidcTransactions } from './session/oidc-transactions';
import { OwnSessions } from './session/own-sessions';
import { SessionController } from './session/session-controller';
import { SigningIn } from './session/signing-in';
import { ChangeController } from './tickets/change-controller';
import { CitizenController } from './tickets/citizen-controller';
import { CitizenReading } from './tickets/citizen-reading';
import { Followers } from './tickets/followers';
import { Merging } from './tickets/merging';
import { SupplementController } from './tickets/supplement-controller';
import { TicketController } from './tickets/ticket-controller';
import { TicketReading } from './tickets/ticket-reading';
import { AnswersToCitizens } from './tracking/answers-to-citizens';
import { CitizenActs } from './tracking/citizen-acts';
import { CitizenAllowances } from './tracking/citizen-allowances';
import { CitizenPictures } from './tracking/citizen-pictures';
import { Completing } from './tracking/completing';
import { PictureController } from './tracking/picture-controller';
import { TrackedTickets } from './tracking/tracked-tickets';
import { TrackingController } from './tracking/tracking-controller';
import { AbsenceController } from './users/absence-controller';
import { Absences } from './users/absences';
import { Officers } from './users/officers';
import { UserController } from './users/user-controller';
import { UserImport } from './users/user-import';
import { UserImportController } from './users/user-import-controller';
import { UserReading } from './users/user-reading';
import { UserStore } from './users/user-store';

/** 跟踪办: every way in, one number for life, found again by words and by phone. */
@Module({
  controllers: [
    AdminEventController,
    LiveController,
    DeadLetterController,
    OpenApiController,
    AnchorController,
    InboundController,
    TransferController,
    ReconciliationController,
    VisitController,
    ShiftController,
    HandoverController,
    IncidentController,
    IssueController,
    MilestoneController,
    IssueAlertController,
    IssueRuleController,
    BroadcastController,
    BroadcastRecordController,
    MessageController,
    MessageReportController,
    MessageTemplateController,
    MessageSettingsController,
    Open311Controller,
    DraftController,
    CallController,
    HarassmentController,
    CallEventController,
    RecordingController,
    AnswerController,
    ClientController,
    ConsentController,
    LookController,
    ThirdPartyCopyController,
    RetentionController,
    SearchProjection,
    SessionController,
    OidcController,
    LookAlikeController,
    TicketController,
    ChangeController,
    SupplementController,
    AttachmentController,
    UploadController,
    CitizenController,
    Followers,
    UserController,
    UserImportController,
    AbsenceController,
    ImportController,
    TrackingController,
    PictureController,
  ],
  providers: [
    ClientStore,
    Drafts,
    DraftExpiry,
    CallEvents,
    MarkedNumbers,
    HarassmentMarks,
    HarassmentReading,
    CallQueue,
    CallClaims,
    CallRatings,
    CallWaiting,
    TicketCalls,
    KnownMessages,
    FeedbackSources,
    Feedback,
    ClientFeedback,
    Instructions,
    MessageSeeds,
    MessageSources,
    MessageAttempts,
    SurveyLinks,
    MessageSending,
    MessageReading,
    MessageResending,
    Reconciliations,
    Visits,
    Shifts,
    DutyMatters,
    DutyLog,
    HandoverItems,
    HandoverContents,
    HandoverReading,
    Handovers,
    TicketsOfNumber,
    Incidents,
    Reports,
    ReportSources,
    KinOf,
    IssueGrouping,
    IssueChanges,
    Issues,
    Milestones,
    IssueReading,
    IssuePages,
    IssueRuleChanges,
    ToldIssueRules,
    BroadcastReading,
    Broadcasts,
    FittingBroadcasts,
    Services,
    Requests,
    Asking,
    Registering,
    HandRegistrations,
    MachineRegistrations,
    InboundFiles,
    Looks,
    CopySources,
    ThirdPartyCopies,
    RecordRetention,
    Retention,
    RetentionRules,
    RetentionRounds,
    Erasures,
    // After the erasures, whose files it removes.
    LooseFileSweep,
    { provide: FILE_STORE, inject: [SETTINGS], useFactory: openFileStore },
    FileReception,
    Pictures,
    Attachments,
    AttachmentSharing,
    AttachmentReading,
    CitizensOfNumber,
    TicketSearch,
    WordLists,
    SigningIn,
    OwnSessions,
    IdentityProvider,
    OidcTransactions,
    LinkedAccounts,
    OidcSignIn,
    Merging,
    TicketReading,
    CitizenReading,
    Officers,
    UserStore,
    UserReading,
    UserImport,
    Absences,
    importWorks,
    ImportThread,
    Importer,
    Imports,
    Uploads,
    CitizenAllowances,
    AnswersToCitizens,
    TrackedTickets,
    CitizenActs,
    Completing,
    CitizenPictures,
  ],
})
export class IntakeModule {}
