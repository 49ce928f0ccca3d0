package jinbo.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files of a folder that take the place of former ones all together: whenever the program dies, either all are the old ones or
 * {@link #finish} makes all of them the new ones. Processes that do so at the same moment wait for each other.
 *
 * @param folder in which, or in folders of which, they lie
 */
public record AtomicFolderUpdate(Path folder) {

    private static final String JOURNAL = "replacing";
    private static final Pattern DRAFT = Pattern.compile("(.+)\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.next");

    /**
     * Replaces them. All new ones are durable before the list of their drafts is, and that is before the first old one goes.
     *
     * @param contents the new bytes by name, as seen from the folder
     */
    public void replace(Map<String, byte[]> contents) throws IOException {
        new InterProcessMutex(folder).call(() -> {
            finishAlone();
            begin(contents);
            return finishAlone();
        });
    }

    /** Finishes what a process that died had made durable, and throws away what it had not. */
    public void finish() throws IOException {
        if (journal().exists() || !drafts().isEmpty()) {
            new InterProcessMutex(folder).call(this::finishAlone);
        }
    }

    private void begin(Map<String, byte[]> contents) throws IOException {
        List<TemporaryFile> temporaryFiles = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                TemporaryFile temporaryFile =
                        new TemporaryFile(folder.resolve(content.getKey() + "." + UUID.randomUUID() + ".next"));
                temporaryFiles.add(temporaryFile);
                try (OutputStream out = temporaryFile.create()) {
                    out.write(content.getValue());
                }
                temporaryFile.makeDurable();
            }
            journal()
                    .write(temporaryFiles.stream()
                            .map(temporaryFile -> folder.relativize(temporaryFile.path()) + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException | RuntimeException e) {
            for (TemporaryFile temporaryFile : temporaryFiles) {
                temporaryFile.discard();
            }
            throw e;
        }
    }

    /** How many were lying there of which nothing came. */
    private int finishAlone() throws IOException {
        OwnerOnlyFile journal = journal();
        if (journal.exists()) {
            for (String draft : journal.read().lines().toList()) {
                takePlace(folder.resolve(draft));
            }
            Files.deleteIfExists(journal.path());
            TemporaryFile.syncFolder(journal.path());
        }
        List<Path> nothingCameOf = drafts();
        for (Path draft : nothingCameOf) {
            new OwnerOnlyFile(draft).destroy();
        }
        return nothingCameOf.size();
    }

    private void takePlace(Path draft) throws IOException {
        try {
            new TemporaryFile(draft).replace(targetOf(draft));
        } catch (NoSuchFileException alreadyThere) {
            return;
        }
    }

    private static Path targetOf(Path draft) throws IOException {
        Matcher name = DRAFT.matcher(draft.getFileName().toString());
        if (!name.matches()) {
            throw new IOException("The file " + JOURNAL + " is damaged: it names " + draft);
        }
        return draft.resolveSibling(name.group(1));
    }

    private List<Path> drafts() throws IOException {
        return new FolderWalk(folder)
                .all().stream()
                        .filter(file ->
                                DRAFT.matcher(file.getFileName().toString()).matches())
                        .toList();
    }

    private OwnerOnlyFile journal() {
        return new OwnerOnlyFile(folder.resolve(JOURNAL));
    }
}
