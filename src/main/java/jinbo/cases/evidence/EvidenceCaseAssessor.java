package jinbo.cases.evidence;

import jinbo.accesslog.Actor;
import jinbo.cases.CaseAssessor;
import jinbo.cases.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells those who decide what the evidence comes to. */
@Component
class EvidenceCaseAssessor implements CaseAssessor {

    private final CollectEvidence weighCase;

    EvidenceCaseAssessor(CollectEvidence weighCase) {
        this.weighCase = weighCase;
    }

    @Override
    public Weighed weigh(CaseNumber number, Actor actor, String purpose) {
        Evidence evidence = weighCase.weigh(number, actor, purpose);
        return new Weighed(evidence.proposed(), evidence.grounds(), evidence.sha256());
    }
}
