package jinbo.operator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import jinbo.demo.Demo;
import picocli.CommandLine.Command;

/** {@code demo}: one whole cycle in a fresh home, told step by step. */
@Command(name = "demo")
final class RunDemo implements Tale {

    @Override
    public boolean tell(Path home, PrintWriter out, Language language) throws IOException {
        return new Demo(home, out, language.locale()).run();
    }
}
