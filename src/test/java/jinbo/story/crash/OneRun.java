package jinbo.story.crash;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jinbo.JinboConfiguration;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.erase.EraseEnded;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.Check;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.sftp.Pause;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.CrashPoints;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A process of the program that does one whole cycle, and erases where it is to stop at that, and ends; where it is told to stop at a crash point, the thread that
 * comes there then says so and stays there for ever, the others go on.
 */
final class OneRun {

    /** Stands for a crash point where the process shall not stop. */
    static final String NOWHERE = "NOWHERE";

    private OneRun() {}

    /**
     * Runs.
     *
     * @param arguments the name of the point where to stop, or {@code NAME:n} for the nth time that a thread comes there, and
     *     the settings as {@code --name=value}
     */
    public static void main(String[] arguments) throws Exception {
        String armed = arguments[0];
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        boolean erasing = KilledWhileErasingIT.POINTS.stream().anyMatch(point -> armed.startsWith(point.name()));
        try (var context = new SpringApplicationBuilder(JinboConfiguration.class)
                .profiles("test")
                .initializers(start -> {
                    GenericApplicationContext beans = (GenericApplicationContext) start;
                    beans.registerBean(CrashPoints.class, () -> StopAt.point(armed));
                    beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                    beans.registerBean(Pause.class, () -> time -> true);
                })
                .run(settings)) {
            List<Insurer> insurers = context.getBean(Insurers.class).all();
            CollectReport collected = context.getBean(CollectUploads.class).run(insurers);
            PublishReport published = context.getBean(PublishBlockLists.class).run(insurers);
            if (erasing) {
                StopAt.say("erased " + context.getBean(EraseEnded.class).run());
            }
            Stream<String> broken = context.getBean(VerifyRegistry.class).verify(Actor.commandLine()).stream()
                    .filter(check -> !check.holds())
                    .map(Check::toString);
            StopAt.say("collected " + collected.files().size() + " files, left " + collected.problems());
            StopAt.say("delivered " + published.delivered().size() + " lists, left " + published.problems());
            StopAt.say("rules that do not hold: " + broken.toList());
        }
        StopAt.say("done");
    }
}
