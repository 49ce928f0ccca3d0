package jinbo.accesslog;

import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Compares all of the log with itself, and with nothing that was signed: whether it can go on as it is. */
@Component
record CheckLogIntegrity(TreeHeadTable heads, CheckTree tree, CheckEntries entries, CheckPendingWork notes) {

    /** In a transaction that sees nothing of what others do meanwhile, or keeps them from it. */
    boolean isSound() {
        LongConsumer silent = index -> {};
        try {
            TreeHead treeHead = heads.read();
            tree.check(treeHead, List.of());
            entries.checkNoneOutsideTree(treeHead);
            notes.checkPendingEntries();
            entries.check(treeHead, 0, treeHead.size(), silent);
            notes.checkOpenAccesses();
            return true;
        } catch (LogFindingException e) {
            return false;
        }
    }
}
