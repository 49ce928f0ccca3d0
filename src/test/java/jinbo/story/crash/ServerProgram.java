package jinbo.story.crash;

import java.util.Arrays;
import jinbo.JinboConfiguration;
import jinbo.consumer.FailAbandonedAccesses;
import jinbo.consumer.portal.OpenPortal;
import jinbo.exchange.keys.SampleKeys;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.platform.http.WebPort;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A process that does for visitors what {@code serve} does, until its standard input ends or it is killed at a crash point. */
final class ServerProgram {

    private ServerProgram() {}

    /**
     * Serves.
     *
     * @param arguments the name of the point where to stop, and the settings as {@code --name=value}
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
                WebPort.Open portal =
                        (WebPort.Open) context.getBean(OpenPortal.class).open()) {
            Runnable end = context.getBean(FailAbandonedAccesses.class).begin()::close;
            FaultPointStop.say("serves at " + portal.url());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
            end.run();
        }
        FaultPointStop.say("done");
    }
}
