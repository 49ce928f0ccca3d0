package jinbo.operator.partner;

import java.io.IOException;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.PartnerFolder;
import picocli.CommandLine.ParentCommand;

/**
 * A command of a partner. Unless it overrides {@link #answer(FileTaskContext)}, no other command changes the folder
 * meanwhile.
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
