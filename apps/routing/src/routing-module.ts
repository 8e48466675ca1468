import { Module } from '@nestjs/common';
import { Elsewhere } from './catalogue/elsewhere';
import { RuleController } from './catalogue/rule-controller';
import { RuleImport } from './catalogue/rule-import';
import { RuleImportController } from './catalogue/rule-import-controller';
import { RuleReading } from './catalogue/rule-reading';
import { RuleStore } from './catalogue/rule-store';
import { Desk } from './desk';
import { DeskBatchController } from './desk-batch-controller';
import { DeskBatches } from './desk-batches';
import { DeskController } from './desk-controller';
import { DirectoryController } from './directory-controller';
import { DirectoryReading } from './directory-reading';
import { DirectorySeeds } from './directory-seeds';
import { DirectoryStore } from './directory-store';
import { DispatchController } from './dispatch-controller';
import { DispatchRules } from './dispatch-rules';
import { Dispatcher } from './dispatcher';
import { SheetController } from './handling-sheet/sheet-controller';
import { SheetReading } from './handling-sheet/sheet-reading';
import { LedgerController } from './ledger/ledger-controller';
import { LedgerReading } from './ledger/ledger-reading';
import { PartActs } from './part-acts';
import { ReorganisationController } from './reorganisation/reorganisation-controller';
import { ReorganisationPreview } from './reorganisation/reorganisation-preview';
import { Reorganisations } from './reorganisation/reorganisations';
import { ReorganisedMemory } from './reorganisation/reorganised-memory';
import { Reorganiser } from './reorganisation/reorganiser';
import { ReplyCheck } from './reply-check';
import { ReplyTemplateController } from './reply-templates/reply-template-controller';
import { ReplyTemplates } from './reply-templates/reply-templates';
import { TemplateReading } from './reply-templates/template-reading';
import { ReturnController } from './return-controller';
import { SignOffController } from './sign-off-controller';
import { SignOffReading } from './sign-off-reading';
import { Signing } from './signing';
import { ByCatalogue } from './suggestion/by-catalogue';
import { ShownSuggestions } from './suggestion/shown-suggestions';
import { SuggestedDispatch } from './suggestion/suggested-dispatch';
import { Suggester } from './suggestion/suggester';
import { SuggestionAgreement } from './suggestion/suggestion-agreement';
import { SuggestionController } from './suggestion/suggestion-controller';
import { SuggestionLearner } from './suggestion/suggestion-learner';
import { SuggestionModelController } from './suggestion/suggestion-model-controller';
import { SuggestionModels } from './suggestion/suggestion-models';
import { TicketSuggestions } from './suggestion/ticket-suggestions';
import { TransitController } from './transit-controller';

/** Finds the department, and is the department's desk: sign, contact, return, reply. */
@Module({
  controllers: [
    Dispatcher,
    DispatchController,
    DeskController,
    SheetController,
    LedgerController,
    DeskBatchController,
    ReplyTemplateController,
    SignOffController,
    ReturnController,
    TransitController,
    DirectoryController,
    ReorganisationController,
    RuleController,
    RuleImportController,
    SuggestionController,
    SuggestionModelController,
  ],
  providers: [
    Desk,
    SheetReading,
    LedgerReading,
    DeskBatches,
    PartActs,
    ReplyCheck,
    ReplyTemplates,
    TemplateReading,
    Signing,
    SignOffReading,
    DirectoryReading,
    DirectoryStore,
    ReorganisationPreview,
    Reorganisations,
    ReorganisedMemory,
    Reorganiser,
    DirectorySeeds,
    DispatchRules,
    RuleStore,
    RuleReading,
    RuleImport,
    Elsewhere,
    SuggestionModels,
    ByCatalogue,
    Suggester,
    TicketSuggestions,
    ShownSuggestions,
    SuggestedDispatch,
    SuggestionAgreement,
    SuggestionLearner,
  ],
  exports: [SuggestionLearner],
})
export class RoutingModule {}
