package jinbo.cases.evidence;

import jinbo.accesslog.Actor;
import jinbo.cases.CaseAssessor;
import jinbo.cases.CaseNumber;
import org.springframework.stereotype.Component;

@Component
class EvidenceCaseAssessor implements CaseAssessor {

    private final CollectEvidence collectEvidence;

    EvidenceCaseAssessor(CollectEvidence collectEvidence) {
        this.collectEvidence = collectEvidence;
    }

    @Override
    public Weighed weigh(CaseNumber number, Actor actor, String purpose) {
        Evidence evidence = collectEvidence.weigh(number, actor, purpose);
        return new Weighed(evidence.proposed(), evidence.grounds(), evidence.sha256());
    }
}
