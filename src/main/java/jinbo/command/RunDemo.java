package jinbo.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import jinbo.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code demo}: one whole cycle in a fresh home, told step by step. */
@Command(name = "demo")
final class RunDemo implements Callable<Integer> {

    @ParentCommand
    private Jinbo jinbo = Jinbo.untyped();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Locale locale = jinbo.options().language() == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
        boolean complete = new Demo(jinbo.options().home(), spec.commandLine().getOut(), locale).run();
        return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
