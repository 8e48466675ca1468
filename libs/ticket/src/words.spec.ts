import { adminActions, adminSubjects } from './admin-event';
import { attachmentKinds } from './attachment-kind';
import { callBackOutcomes, callEvents, callStates } from './call';
import { ladders } from './clock-holder';
import { dutyEntryKinds, dutyMatterKinds, handoverGroups, handoverKinds, handoverStates } from './duty';
import { dutyPosts } from './duty-post';
import { gamingSigns, gamingStates } from './gaming-sign';
import { identityKinds } from './identity-kind';
import { importKinds, importStates } from './import-kind';
import { reportKinds } from './incident-report';
import { issueKinds, issueStates, lights } from './issue';
import { issueAlerts, issueRules, issueRuleUnits } from './issue-rule';
import { ladderAnchors, ladderAudiences, ladderUnits, ladderWays } from './ladder-terms';
import { latenessFactors, riskLevels } from './lateness';
import { limitClasses } from './limit-class';
import { lookKinds } from './look-kind';
import { mediaTypes } from './media-type';
import { messageKinds } from './message-kind';
import { messageProviders, messageStates, undeliveredReasons, withheldReasons } from './message-state';
import { partKinds } from './part-kind';
import { replyFlaws } from './reply-flaw';
import { askedExtensionStates, askedHoldStates, extensionApprovers } from './request-state';
import { rungs } from './rung';
import { signOffKinds, signOffStates } from './sign-off';
import { supervisionCauses, supervisionLevels, supervisionStates } from './supervision';
import { timeBands } from './time-band';
import { timeliness } from './timeliness';
import { transitAges, transitHolders } from './transit';
import { urgeWays } from './urge-way';
import { visitModes } from './visit-mode';

/** Every table whose rows a clerk meets by a word; wording.spec.ts keeps the words that are agreed one by one. */
const tables: Record<string, Record<string, { readonly label: string }>> = {
  ...{ adminSubjects, adminActions, attachmentKinds, callEvents, callStates, callBackOutcomes },
  ...{ dutyEntryKinds, dutyMatterKinds, dutyPosts, handoverGroups, handoverKinds, handoverStates },
  ...{ gamingSigns, gamingStates },
  ...{ identityKinds, importKinds, importStates, reportKinds },
  ...{ issueKinds, issueStates, lights, issueAlerts, issueRules, issueRuleUnits },
  ...{ ladders, ladderAnchors, ladderAudiences, ladderUnits, ladderWays, latenessFactors, riskLevels },
  ...{ limitClasses, lookKinds, mediaTypes, messageKinds },
  ...{ messageProviders, messageStates, undeliveredReasons, withheldReasons, partKinds, replyFlaws },
  ...{ askedExtensionStates, askedHoldStates, extensionApprovers, rungs, signOffKinds, signOffStates },
  ...{ supervisionCauses, supervisionLevels, supervisionStates, timeBands: Object.fromEntries(timeBands.entries()) },
  ...{ timeliness, transitAges, transitHolders, urgeWays, visitModes },
};

describe.each(Object.keys(tables))('of %s a clerk', (name) => {
  const labels = Object.values(tables[name] ?? {}).map(({ label }) => label);

  it('reads each in Chinese', () => {
    expect(labels.length).toBeGreaterThan(1);
    for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u);
  });

  it('can tell each from the others', () => {
    expect(labels).toEqual([...new Set(labels)]);
  });
});
