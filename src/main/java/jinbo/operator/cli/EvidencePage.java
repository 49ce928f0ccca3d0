package jinbo.operator.cli;

import jinbo.operator.cases.EvidenceSheet;

/** The evidence of a case, a sentence a statement, each with where it comes from. */
final class EvidencePage {

    private final Page page;

    EvidencePage(Page page) {
        this.page = page;
    }

    void tell(EvidenceSheet evidence) {
        page.say("evidence.title", evidence.number());
        page.blank();
        evidence.statements().forEach(this::tell);
        page.blank();
        evidence.proposed().ifPresent(ruling -> page.say("evidence.proposed." + ruling));
        evidence.grounds().forEach(violationGround -> page.say("evidence.ground." + violationGround));
        evidence.nothing().ifPresent(why -> page.say("evidence.nothing." + why));
        page.say("evidence.sha256", evidence.sha256());
        evidence.folder()
                .ifPresentOrElse(
                        written -> page.say("evidence.written", written.toString()),
                        () -> page.say("evidence.provable"));
    }

    private void tell(EvidenceSheet.Line line) {
        page.say("evidence." + line.says(), line.values().toArray());
        String source = page.texts().of("evidence.source." + line.source(), line.name(), Page.orNothing(line.line()));
        page.print(line.accessLogIndex()
                .map(index -> page.texts().of("evidence.vouched", source, Long.toString(index)))
                .orElseGet(() -> page.texts().of("evidence.from", source)));
    }
}
