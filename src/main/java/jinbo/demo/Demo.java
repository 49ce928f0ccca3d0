package jinbo.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import jinbo.JinboConfiguration;
import jinbo.platform.home.DemoClock;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.home.Home;
import jinbo.platform.http.WebPort;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs one whole cycle in a fresh home, on the clock of the day on which Beijing's platform opened, and tells it. A demo that stays
 * is served afterwards, on a clock of its own that goes on from there.
 *
 * @param folder a folder that does not exist, is empty, or holds an earlier demo, which is removed
 */
public record Demo(Path folder, PrintWriter out, Locale locale) {

    /** Friday, 21 September 2012, nine in the morning in Beijing. */
    static final String CLOCK = "2012-09-21T09:00:00+08:00";

    /**
     * Tells the story.
     *
     * @param stays whether the home is to be served afterwards: it has people and a clock then
     * @return whether everything came out as the story has it
     */
    public boolean run(boolean stays) throws IOException {
        DemoOutput demoOutput = new DemoOutput(out, locale);
        demoOutput.line(demoOutput.text("title"));
        demoOutput.step("begin", CLOCK);
        DemoHome demo = DemoHome.fresh(folder);
        demoOutput.print("home", demo.home().root());
        try (ConfigurableApplicationContext program = start(demo)) {
            boolean complete = new DemoSteps(demo, program, demoOutput).tell(stays);
            if (stays) {
                new DemoCommand(demo.home()).write(locale);
                DemoClock.set(demo.home(), OffsetDateTime.parse(CLOCK).toInstant());
            }
            return complete;
        }
    }

    /**
     * Opens the integrator's page of a demo that is served, and leads people through it.
     *
     * @return what is to be closed at the end
     */
    public WebPort guide(OpenDemoPage pages, String portal, String console) {
        WebPort port = pages.open(portal, console);
        String page = port instanceof WebPort.Open open ? open.url() : "-";
        DemoOutput demoOutput = new DemoOutput(out, locale);
        Home home = new Home(folder);
        demoOutput.line("");
        demoOutput.line(demoOutput.text("stays"));
        demoOutput.print("stays.portal", portal);
        demoOutput.print("stays.console", console);
        demoOutput.print("stays.page", page);
        demoOutput.print("stays.sign-in");
        for (DemoPeople.SignIn signIn : new DemoPeople(home).signIns()) {
            demoOutput.print(
                    "stays.person",
                    String.format("%-5s", signIn.name()),
                    signIn.password(),
                    demoOutput.text("role." + signIn.role()),
                    signIn.fullName());
        }
        demoOutput.line("");
        demoOutput.line(demoOutput.text("guide"));
        int number = 1;
        for (DemoGuide.Step step : new DemoGuide(home, portal, page, demoOutput.text("guide.reason")).steps()) {
            demoOutput.line("");
            demoOutput.line(
                    number++ + ". " + demoOutput.text(step.key(), step.facts().toArray()));
            step.commands().forEach(demoOutput::line);
        }
        demoOutput.line("");
        demoOutput.line(demoOutput.text("stays.end"));
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
