package jinbo.story.crash;

import java.util.Arrays;
import jinbo.JinboConfiguration;
import jinbo.consumer.GiveUpOldVisits;
import jinbo.consumer.portal.OpenPortal;
import jinbo.exchange.keys.SampleKeys;
import jinbo.platform.faultpoint.CrashPoints;
import jinbo.platform.http.WebPort;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A process that does for visitors what {@code serve} does, until its standard input ends or it is killed at a crash point. */
final class OneServer {

    private OneServer() {}

    /**
     * Serves.
     *
     * @param arguments the name of the point where to stop, and the settings as {@code --name=value}
     */
    public static void main(String[] arguments) throws Exception {
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (var context = new SpringApplicationBuilder(JinboConfiguration.class)
                        .profiles("test")
                        .initializers(start -> {
                            GenericApplicationContext beans = (GenericApplicationContext) start;
                            beans.registerBean(CrashPoints.class, () -> StopAt.point(arguments[0]));
                            beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                        })
                        .run(settings);
                WebPort.Open portal =
                        (WebPort.Open) context.getBean(OpenPortal.class).open()) {
            Runnable end = context.getBean(GiveUpOldVisits.class).begin()::close;
            StopAt.say("serves at " + portal.url());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
            end.run();
        }
        StopAt.say("done");
    }
}
