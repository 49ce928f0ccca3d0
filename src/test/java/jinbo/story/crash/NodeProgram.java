package jinbo.story.crash;

import java.util.Arrays;
import jinbo.JinboConfiguration;
import jinbo.batch.schedule.JobScheduler;
import jinbo.exchange.keys.SampleKeys;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A process that runs by schedule until its standard input ends; where it is told to stop at a crash point, the thread that
 * comes there says so and stays there, the others go on.
 */
final class NodeProgram {

    private NodeProgram() {}

    /**
     * Runs.
     *
     * @param arguments the name of the point where to stop, or {@link RunProgram#NOWHERE}, and the settings as {@code --name=value}
     */
    public static void main(String[] arguments) throws Exception {
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (var context = new SpringApplicationBuilder(JinboConfiguration.parts())
                        .profiles("test")
                        .initializers(start -> {
                            GenericApplicationContext beans = (GenericApplicationContext) start;
                            beans.registerBean(FaultPointListener.class, () -> FaultPointStop.point(arguments[0]));
                            beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                        })
                        .run(settings);
                JobScheduler.Node node = context.getBean(JobScheduler.class).start()) {
            FaultPointStop.say("serves");
            FaultPointStop.say("as " + node.name());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        FaultPointStop.say("done");
    }
}
