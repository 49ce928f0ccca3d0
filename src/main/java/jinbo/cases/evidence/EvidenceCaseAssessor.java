package jinbo.cases.evidence;

import jinbo.accesslog.Actor;
import jinbo.cases.CaseNumber;
import jinbo.cases.DecideCase.CaseAssessor;
import org.springframework.stereotype.Component;

@Component
record EvidenceCaseAssessor(CollectEvidence collectEvidence) implements CaseAssessor {

    @Override
    public Weighed weigh(CaseNumber number, Actor actor, String purpose) {
        Evidence evidence = collectEvidence.weigh(number, actor, purpose);
        return new Weighed(evidence.proposed(), evidence.grounds(), evidence.sha256());
    }
}
