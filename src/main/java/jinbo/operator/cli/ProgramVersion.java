package jinbo.operator.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the program was built as; run from a build's class folder it has none. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Jinbo.class.getPackage().getImplementationVersion())
                .orElse("(development)");
        return new String[] {"jinbo " + version, "Java " + Runtime.version()};
    }
}
