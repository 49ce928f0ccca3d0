package jinbo.story.crash;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.JinboConfiguration;
import jinbo.crashpoint.CrashPoints;
import jinbo.samplekey.SampleKeys;
import jinbo.schedule.RunsBySchedule;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A process that runs by schedule until its standard input ends; where it is told to stop at a crash point, the thread that
 * comes there says so and stays there, the others go on.
 */
final class OneNode {

    private OneNode() {}

    /**
     * Runs.
     *
     * @param arguments the name of the point where to stop, or {@link OneRun#NOWHERE}, and the settings as {@code --name=value}
     */
    public static void main(String[] arguments) throws Exception {
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (var context = new SpringApplicationBuilder(JinboConfiguration.class)
                        .profiles("test")
                        .initializers(start -> {
                            GenericApplicationContext beans = (GenericApplicationContext) start;
                            beans.registerBean(CrashPoints.class, () -> stopAt(arguments[0]));
                            beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                        })
                        .run(settings);
                RunsBySchedule.Node node = context.getBean(RunsBySchedule.class).start()) {
            say("serves");
            say("as " + node.name());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        say("done");
    }

    private static CrashPoints stopAt(String armed) {
        AtomicInteger left = new AtomicInteger(1);
        return point -> {
            if (point.name().equals(armed) && left.decrementAndGet() == 0) {
                say("at " + point);
                stayForEver();
            }
        };
    }

    private static void stayForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Only a kill ends this", e);
        }
    }

    private static void say(String what) {
        System.out.println(ProgramProcess.MARK + what);
    }
}
