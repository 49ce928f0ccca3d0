package jinbo.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;
import jinbo.registry.blocklist.SealedList;
import org.springframework.context.ApplicationContext;

/** The steps in which somebody about whom an insurer had complained says what it wants itself, and the lists follow. */
record ConsumerSteps(
        ApplicationContext program,
        Map<SampleInsurer, SamplePartner> partners,
        DemoOutput demoOutput,
        Instant now,
        LocalDate today) {

    /** Stands in Yunhe's first upload, and in Beidou's for both of its lines; told nowhere. */
    private static final Mobile NUMBER = new Mobile(13810012000L);

    boolean tell() {
        demoOutput.step("choose");
        ConsumerChoice choice =
                new ConsumerChoice(Set.of(new LineCode("LIFE"), new LineCode("PROPERTY")), Set.of(), Term.SIX_MONTHS);
        Interval block = program.getBean(ConsumerChoices.class)
                .choose(NUMBER, choice, Actor.commandLine(), "the consumer asked by telephone")
                .block()
                .orElseThrow();
        demoOutput.print("chosen", block.expiresOn());
        PublishReport report = program.getBean(PublishBlockLists.class)
                .run(program.getBean(Insurers.class).all());
        for (SealedList list : report.delivered()) {
            Manifest manifest = list.manifest();
            demoOutput.print("changed", manifest.listName().fileName(), manifest.rows(), manifest.entries());
        }
        report.problems().forEach(problem -> demoOutput.print("problem", problem.insurer(), problem.what()));
        return report.everythingDelivered();
    }

    /** Tells what the list of the insurer with two lines says of the consumer's number in each. */
    void printCalls() throws IOException {
        SamplePartner partner = partners.get(SampleInsurer.BEIDOU);
        for (LineCode line : SampleInsurer.BEIDOU.lines()) {
            demoOutput.print(partner.isBlocked(NUMBER, line) ? "blocked" : "free", SampleInsurer.BEIDOU, line);
        }
    }

    boolean printAcknowledgements() throws IOException {
        demoOutput.step("acknowledge");
        for (SamplePartner partner : partners.values()) {
            demoOutput.print(
                    "acknowledged", partner.acknowledge(now, today).name().fileName());
        }
        CollectReport report = program.getBean(CollectUploads.class)
                .run(program.getBean(Insurers.class).all());
        report.files()
                .forEach(file -> file.verdict()
                        .ifPresent(verdict -> demoOutput.print(
                                "agreed",
                                file.shownName(),
                                verdict.status(),
                                verdict.tally().findings())));
        report.problems().forEach(problem -> demoOutput.print("problem", problem.insurer(), problem.what()));
        return report.everythingAnswered();
    }
}
