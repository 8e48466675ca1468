import { Module } from '@nestjs/common';
import { AppealController } from './appeals/appeal-controller';
import { AppealReading } from './appeals/appeal-reading';
import { AutomaticSteps } from './automatic-steps';
import { BulletinContents } from './bulletin/bulletin-contents';
import { BulletinController } from './bulletin/bulletin-controller';
import { BulletinMaker } from './bulletin/bulletin-maker';
import { Bulletins } from './bulletin/bulletins';
import { CallbackClaims } from './callback-claims';
import { CallbackController } from './callback-controller';
import { CallbackDeskController } from './callback-desk-controller';
import { CallbackList } from './callback-list';
import { CoHandlingReport } from './co-handling-report';
import { DepartmentReport } from './department-report';
import { Counting } from './facts/counting';
import { RuleController } from './gaming/rule-controller';
import { SignController } from './gaming/sign-controller';
import { SignFinder } from './gaming/sign-finder';
import { SignReading } from './gaming/sign-reading';
import { OverviewReport } from './overview-report';
import { Policy } from './policy';
import { ReportController } from './report-controller';
import { ReportFiles } from './report-files';
import { Reports } from './reports';
import { ReturnReport } from './return-report';
import { ReviewController } from './reviews/review-controller';
import { ReviewQueue } from './reviews/review-queue';
import { ReviewRuleController } from './reviews/review-rule-controller';
import { ReviewRuleKeeping } from './reviews/review-rule-keeping';
import { ReviewSampleController } from './reviews/review-sample-controller';
import { ReviewSamples } from './reviews/review-samples';
import { RoundReading } from './reviews/round-reading';
import { MadeReportController } from './scheduled/made-report-controller';
import { ReportDelivery } from './scheduled/report-delivery';
import { ReportMaking } from './scheduled/report-making';
import { ReportSchedules } from './scheduled/report-schedules';
import { ScheduleController } from './scheduled/schedule-controller';
import { ScoreController } from './score/score-controller';
import { SurveyController } from './survey-controller';
import { SurveyResultController } from './survey-results/survey-result-controller';
import { SurveyResults } from './survey-results/survey-results';
import { Surveys } from './surveys';
import { ToldFormulas } from './told-formulas';
import { VisitReport } from './visit-report';

/** 办满意: review, callback, judgement, rework; and what the managers read of it. */
@Module({
  controllers: [
    ReviewController,
    CallbackController,
    AutomaticSteps,
    ReportController,
    ScoreController,
    BulletinController,
    SignController,
    RuleController,
    ScheduleController,
    MadeReportController,
    AppealController,
    ReviewRuleController,
    ReviewSampleController,
    SurveyController,
    CallbackDeskController,
    SurveyResultController,
  ],
  providers: [
    Counting,
    OverviewReport,
    DepartmentReport,
    CoHandlingReport,
    ReturnReport,
    VisitReport,
    Policy,
    ToldFormulas,
    BulletinContents,
    BulletinMaker,
    Bulletins,
    SignReading,
    SignFinder,
    Reports,
    ReportFiles,
    ReportSchedules,
    ReportMaking,
    ReportDelivery,
    AppealReading,
    ReviewQueue,
    ReviewRuleKeeping,
    ReviewSamples,
    RoundReading,
    Surveys,
    CallbackClaims,
    CallbackList,
    SurveyResults,
  ],
})
export class SatisfactionModule {}
