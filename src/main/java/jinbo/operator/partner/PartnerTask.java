package jinbo.operator.partner;

import java.io.IOException;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.PartnerFolder;
import picocli.CommandLine.ParentCommand;

/**
 * A command of an insurer's side. It locks the folder, so that no other command changes it meanwhile, unless a subclass
 * overrides {@link #answer(FileTaskContext)}.
 */
abstract class PartnerTask implements FileTask {

    @FunctionalInterface
    interface Group {
        PartnerFolder folder();
    }

    @ParentCommand
    private Group group = new PartnerCommands();

    PartnerFolder folder() {
        return group.folder();
    }

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return PartnerSession.withLock(folder(), context, this::answer);
    }

    abstract Object answer(PartnerSession session) throws IOException;
}
