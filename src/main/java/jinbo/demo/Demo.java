package jinbo.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import jinbo.JinboConfiguration;
import jinbo.platform.home.EmbeddedDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs one whole cycle in a fresh home, on the clock of the day on which Beijing's platform opened, and tells it.
 *
 * @param folder a folder that does not exist, is empty, or holds an earlier demo, which is removed
 */
public record Demo(Path folder, PrintWriter out, Locale locale) {

    /** Friday, 21 September 2012, nine in the morning in Beijing. */
    static final String CLOCK = "2012-09-21T09:00:00+08:00";

    /** @return whether everything came out as the story has it */
    public boolean run() throws IOException {
        DemoOutput demoOutput = new DemoOutput(out, locale);
        demoOutput.line(demoOutput.text("title"));
        demoOutput.step("begin", CLOCK);
        DemoHome demo = DemoHome.fresh(folder);
        demoOutput.print("home", demo.home().root());
        try (ConfigurableApplicationContext program = start(demo)) {
            return new DemoSteps(demo, program, demoOutput).tell();
        }
    }

    private static ConfigurableApplicationContext start(DemoHome demo) {
        return new SpringApplicationBuilder(JinboConfiguration.class)
                .logStartupInfo(false)
                .run(
                        "--jinbo.home=" + demo.home().root(),
                        "--jinbo.clock=" + CLOCK,
                        "--spring.datasource.url=" + EmbeddedDatabase.AS_URL);
    }
}
