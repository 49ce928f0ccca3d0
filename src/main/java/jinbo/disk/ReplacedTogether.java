package jinbo.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files of a folder that take the place of former ones all together: whenever the program dies, either all are the old ones or
 * {@link #finish} makes all of them the new ones.
 *
 * @param folder in which, or in folders of which, they lie
 */
public record ReplacedTogether(Path folder) {

    private static final String JOURNAL = "replacing";
    private static final String NEXT = ".next";

    /**
     * Replaces them. All new ones are durable before the list of their names is, and that is before the first old one goes.
     *
     * @param contents the new bytes by name, as seen from the folder
     */
    public void replace(Map<String, byte[]> contents) throws IOException {
        finish();
        List<Draft> drafts = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                Draft draft = next(content.getKey());
                drafts.add(draft);
                try (OutputStream out = draft.create()) {
                    out.write(content.getValue());
                }
                draft.keep();
            }
            journal().write(String.join("\n", contents.keySet()) + "\n");
        } catch (IOException | RuntimeException e) {
            for (Draft draft : drafts) {
                draft.discard();
            }
            throw e;
        }
        finish();
    }

    /** Finishes what a process that died has begun, if one has. */
    public void finish() throws IOException {
        OwnerOnlyFile journal = journal();
        if (!journal.exists()) {
            return;
        }
        try {
            for (String name : journal.read().lines().toList()) {
                takePlace(name);
            }
        } catch (NoSuchFileException anotherProcessWasFaster) {
            return;
        }
        Files.deleteIfExists(journal.path());
        Draft.syncFolder(journal.path());
    }

    private void takePlace(String name) throws IOException {
        try {
            next(name).becomes(folder.resolve(name));
        } catch (NoSuchFileException alreadyThere) {
            return;
        }
    }

    private Draft next(String name) {
        return new Draft(folder.resolve(name + NEXT));
    }

    private OwnerOnlyFile journal() {
        return new OwnerOnlyFile(folder.resolve(JOURNAL));
    }
}
