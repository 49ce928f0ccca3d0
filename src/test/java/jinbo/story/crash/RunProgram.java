package jinbo.story.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jinbo.JinboConfiguration;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.sftp.Sleeper;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A process of the program that does one whole cycle, and erases where it is to stop at that; the thread that comes to the
 * fault point where it is told to stop says so and stays there for ever, the others go on.
 *
 * <p>To start a JVM costs more than a cycle, so that one process can do the cycles of several exchanges, which share nothing: the
 * next begins when the one before is complete or stands at its point.
 */
final class RunProgram {

    private RunProgram() {}

    /**
     * Runs.
     *
     * @param arguments for each exchange the name of the point where to stop, or {@code NAME:n} for the nth time that a thread
     *     comes there, and the settings as {@code --name=value}
     */
    public static void main(String[] arguments) throws Exception {
        List<Thread> cycles = new ArrayList<>();
        for (int first = 0, next; first < arguments.length; first = next) {
            next = first + 1;
            while (next < arguments.length && arguments[next].startsWith("--")) {
                next++;
            }
            String armed = arguments[first];
            String[] settings = Arrays.copyOfRange(arguments, first + 1, next);
            CompletableFuture<Void> arrived = new CompletableFuture<>();
            Thread cycle = new Thread(() -> {
                try {
                    run(armed, settings, () -> arrived.complete(null));
                    arrived.complete(null);
                } catch (Throwable failed) {
                    arrived.completeExceptionally(failed);
                }
            });
            cycle.setDaemon(true);
            cycle.start();
            arrived.get();
            cycles.add(cycle);
        }
        for (Thread cycle : cycles) {
            cycle.join();
        }
        FaultPointStop.say("done");
    }

    private static void run(String armed, String[] settings, Runnable arrived) throws Exception {
        boolean erasing = KilledWhileErasingIT.POINTS.stream().anyMatch(point -> armed.startsWith(point.name()));
        try (var context = new SpringApplicationBuilder(JinboConfiguration.parts())
                .profiles("test")
                .initializers(start -> {
                    GenericApplicationContext beans = (GenericApplicationContext) start;
                    beans.registerBean(FaultPointListener.class, () -> FaultPointStop.point(armed, arrived));
                    beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                    beans.registerBean(Sleeper.class, () -> time -> true);
                })
                .run(settings)) {
            List<Insurer> insurers = context.getBean(Insurers.class).all();
            // nothing is verified: a thread in the background may come to its point late, and a kill in the middle of
            // a verification leaves an access without a result
            context.getBean(CollectUploads.class).run(insurers);
            context.getBean(PublishBlockLists.class).run(insurers);
            if (erasing) {
                context.getBean(EraseEndedNumbers.class).run();
            }
        }
    }
}
