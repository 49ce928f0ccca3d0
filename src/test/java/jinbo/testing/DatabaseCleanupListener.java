package jinbo.testing;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Removes the databases of a test class once it is done: none is looked at by two. */
public final class DatabaseCleanupListener implements TestExecutionListener {

    private static boolean any;

    /** Called where the first one is made: a class that needs none starts no server for this. */
    static synchronized void databasesExist() {
        any = true;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (isClass(test) && areAny()) {
            TestDatabase.dropAll();
        }
    }

    private static synchronized boolean areAny() {
        return any;
    }

    /** Below the engine itself. */
    private static boolean isClass(TestIdentifier test) {
        return test.getParentIdObject()
                .filter(parent -> parent.getSegments().size() == 1)
                .isPresent();
    }
}
