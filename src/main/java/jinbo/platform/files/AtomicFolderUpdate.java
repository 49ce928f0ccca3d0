package jinbo.platform.files;

import java.io.IOException;
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
 * Replaces several files in or below a folder atomically. If the program dies meanwhile, either all files still have
 * the old content, or {@link #finish} gives all of them the new content. Concurrent processes wait for each other.
 */
public record AtomicFolderUpdate(Path folder) {

    private static final String JOURNAL = "replacing";
    private static final Pattern DRAFT = Pattern.compile("(.+)\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.next");

    /** Replaces files by their new content; the keys are paths relative to the folder. */
    public void replace(Map<String, byte[]> contents) throws IOException {
        new InterProcessMutex(folder).call(() -> {
            finishLocked();
            begin(contents);
            return finishLocked();
        });
    }

    /** Finishes the update of a dead process if its journal is durable; otherwise discards the update. */
    public void finish() throws IOException {
        if (journal().exists() || !drafts().isEmpty()) {
            new InterProcessMutex(folder).call(this::finishLocked);
        }
    }

    private void begin(Map<String, byte[]> contents) throws IOException {
        List<TemporaryFile> temporaryFiles = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                TemporaryFile temporaryFile =
                        new TemporaryFile(folder.resolve(content.getKey() + "." + UUID.randomUUID() + ".next"));
                temporaryFiles.add(temporaryFile);
                temporaryFile.write(content.getValue());
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

    private int finishLocked() throws IOException {
        OwnerOnlyFile journal = journal();
        if (journal.exists()) {
            for (String draft : journal.read().lines().toList()) {
                try {
                    new TemporaryFile(folder.resolve(draft)).replace(targetOf(folder.resolve(draft)));
                } catch (NoSuchFileException alreadyReplaced) {
                    continue;
                }
            }
            Files.deleteIfExists(journal.path());
            TemporaryFile.syncFolder(journal.path());
        }
        List<Path> discarded = drafts();
        for (Path draft : discarded) {
            new OwnerOnlyFile(draft).destroy();
        }
        return discarded.size();
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
