package jinbo.story.crash;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import jinbo.JinboConfiguration;
import jinbo.batch.schedule.JobScheduler;
import jinbo.exchange.keys.SampleKeys;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A process that runs by schedule until its standard input ends; where it is told to stop at a crash point, the thread that
 * comes there says so and stays there, the others go on. Each line of the standard input names another point.
 */
final class NodeProgram {

    /** Stands for a fault point where the process shall not stop. */
    static final String NOWHERE = "NOWHERE";

    private NodeProgram() {}

    /**
     * Runs.
     *
     * @param arguments the name of the point where to stop, or {@link #NOWHERE}, and the settings as {@code --name=value}
     */
    public static void main(String[] arguments) throws Exception {
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        AtomicReference<FaultPointListener> stop = new AtomicReference<>(FaultPointStop.point(arguments[0]));
        try (var context = new SpringApplicationBuilder(JinboConfiguration.parts())
                        .profiles("test")
                        .initializers(start -> {
                            GenericApplicationContext beans = (GenericApplicationContext) start;
                            beans.registerBean(
                                    FaultPointListener.class,
                                    () -> point -> stop.get().reached(point));
                            beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                        })
                        .run(settings);
                JobScheduler.Node node = context.getBean(JobScheduler.class).start()) {
            FaultPointStop.say("serves");
            FaultPointStop.say("as " + node.name());
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .map(FaultPointStop::point)
                    .forEach(stop::set);
        }
        FaultPointStop.say("done");
    }
}
