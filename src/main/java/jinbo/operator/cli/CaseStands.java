package jinbo.operator.cli;

import jinbo.cases.CaseException;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases;

/**
 * How a case stands after a command about it.
 *
 * @param done key of the sentence that says what was done
 * @param summary how it stands
 */
record CaseStands(String done, CaseLine summary) implements Answer {

    /** @throws CaseException if there is none */
    static CaseStands of(String done, CaseNumber number, Installation installation) {
        return new CaseStands(done, CaseLine.of(installation.get(Cases.class).get(number), installation.now()));
    }

    @Override
    public void tell(Page page) {
        page.say(done, summary.number());
        page.fields(
                "case", summary.number().value(),
                "insurer", Page.orNothing(summary.insurer()),
                "state", summary.state().name(),
                "due_on", summary.due(page));
    }
}
