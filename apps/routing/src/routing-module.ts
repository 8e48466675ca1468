import { Module } from '@nestjs/common';
import { Elsewhere } from './catalogue/elsewhere';
import { RuleController } from './catalogue/rule-controller';
import { RuleImport } from './catalogue/rule-import';
import { RuleImportController } from './catalogue/rule-import-controller';
import { RuleReading } from './catalogue/rule-reading';
import { RuleStore } from './catalogue/rule-store';
import { Desk } from './desk';
import { DeskController } from './desk-controller';
import { DirectoryController } from './directory-controller';
import { DirectorySeeds } from './directory-seeds';
import { DirectoryStore } from './directory-store';
import { DispatchController } from './dispatch-controller';
import { DispatchRules } from './dispatch-rules';
import { Dispatcher } from './dispatcher';
import { ReturnController } from './return-controller';
import { SignOffController } from './sign-off-controller';
import { SignOffReading } from './sign-off-reading';
import { Signing } from './signing';
import { Suggester } from './suggestion/suggester';
import { SuggestionLearner } from './suggestion/suggestion-learner';
import { SuggestionModelController } from './suggestion/suggestion-model-controller';
import { SuggestionModels } from './suggestion/suggestion-models';

/** Finds the department, and is the department's desk: sign, contact, return, reply. */
@Module({
  controllers: [
    Dispatcher,
    DispatchController,
    DeskController,
    SignOffController,
    ReturnController,
    DirectoryController,
    RuleController,
    RuleImportController,
    SuggestionModelController,
  ],
  providers: [
    Desk,
    Signing,
    SignOffReading,
    DirectoryStore,
    DirectorySeeds,
    DispatchRules,
    RuleStore,
    RuleReading,
    RuleImport,
    Elsewhere,
    SuggestionModels,
    Suggester,
    SuggestionLearner,
  ],
  exports: [SuggestionLearner],
})
export class RoutingModule {}
