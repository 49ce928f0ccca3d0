package jinbo.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import jinbo.JinboConfiguration;
import jinbo.demo.DemoGuide.DemoCommand;
import jinbo.platform.home.DemoClock;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.home.Home;
import jinbo.platform.http.WebPort;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs one cycle of the exchange in a new home directory and prints it, as of the day on which Beijing's platform
 * opened. If the demo stays, it is served afterwards, on a clock that goes on from that day.
 *
 * @param folder a folder that does not exist, is empty, or contains an earlier demo, which is removed
 */
public record Demo(Path folder, PrintWriter out, Locale locale) {

    /** Friday, 21 September 2012, nine in the morning in Beijing. */
    static final String CLOCK = "2012-09-21T09:00:00+08:00";

    /**
     * @param stays true if the demo will be served afterwards; it then gets people and a clock
     * @return true if every step had the expected result
     */
    public boolean run(boolean stays) throws IOException {
        DemoOutput output = new DemoOutput(out, locale);
        output.line(output.text("title"));
        output.step("begin", CLOCK);
        DemoHome demo = DemoHome.create(folder);
        output.print("home", demo.home().root());
        try (ConfigurableApplicationContext program = start(demo)) {
            boolean complete = new DemoSteps(demo, program, output).run(stays);
            if (stays) {
                new DemoCommand(demo.home()).write(locale);
                DemoClock.set(demo.home(), OffsetDateTime.parse(CLOCK).toInstant());
            }
            return complete;
        }
    }

    /** Opens the page for integrators, which the caller must close, and prints the guide to the demo. */
    public WebPort guide(OpenDemoPage pages, String portal, String console) {
        WebPort port = pages.open(portal, console);
        String page = port instanceof WebPort.Open open ? open.url() : "-";
        DemoOutput output = new DemoOutput(out, locale);
        Home home = new Home(folder);
        output.line("");
        output.line(output.text("stays"));
        output.print("stays.portal", portal);
        output.print("stays.console", console);
        output.print("stays.page", page);
        output.print("stays.sign-in");
        for (DemoPeople.SignIn signIn : new DemoPeople(home).signIns()) {
            output.print(
                    "stays.person",
                    String.format("%-5s", signIn.name()),
                    signIn.password(),
                    output.text("role." + signIn.role()),
                    signIn.fullName());
        }
        output.line("");
        output.line(output.text("guide"));
        int number = 1;
        for (DemoGuide.Step step : new DemoGuide(home, portal, page, output.text("guide.reason")).steps()) {
            output.line("");
            output.line(number++ + ". " + output.text(step.key(), step.facts().toArray()));
            step.commands().forEach(output::line);
        }
        output.line("");
        output.line(output.text("stays.end"));
        return port;
    }

    private static ConfigurableApplicationContext start(DemoHome demo) {
        return new SpringApplicationBuilder(JinboConfiguration.parts())
                .logStartupInfo(false)
                .run(
                        "--jinbo.home=" + demo.home().root(),
                        "--jinbo.clock=" + CLOCK,
                        "--spring.datasource.url=" + EmbeddedDatabase.AS_URL);
    }
}
