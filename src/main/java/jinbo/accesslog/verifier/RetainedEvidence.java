package jinbo.accesslog.verifier;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an auditor has from elsewhere, each verified by itself: checkpoints, and answers of the association.
 *
 * @param checkpoints by file, those of the answers among them
 */
record RetainedEvidence(Map<String, Checkpoint> checkpoints, Map<String, RetainedAnswer> answers) {

    /** @throws VerificationStoppedException if one is not what it should be, or not signed by the key */
    static RetainedEvidence read(List<Path> checkpointFiles, List<Path> answerFiles, VerifierKey key)
            throws VerificationStoppedException {
        Map<String, Checkpoint> checkpoints = new LinkedHashMap<>();
        Map<String, RetainedAnswer> answers = new LinkedHashMap<>();
        for (Path file : checkpointFiles) {
            checkpoints.put(file.toString(), read(file, Checkpoint.MOST_BYTES, bytes -> Checkpoint.open(bytes, key)));
        }
        for (Path file : answerFiles) {
            RetainedAnswer answer = read(file, RetainedAnswer.MOST_BYTES, bytes -> RetainedAnswer.read(bytes, key));
            answers.put(file.toString(), answer);
            checkpoints.put(file.toString(), answer.checkpoint());
        }
        return new RetainedEvidence(checkpoints, answers);
    }

    interface Reading<T> {
        T of(byte[] bytes) throws MalformedException;
    }

    /** @throws VerificationStoppedException if the file cannot be read, or its bytes not be made sense of */
    static <T> T read(Path file, int most, Reading<T> reading) throws VerificationStoppedException {
        try {
            return reading.of(BoundedFileReader.read(file, most));
        } catch (MalformedException e) {
            throw new VerificationStoppedException(new VerificationOutcome.Unreadable(file.toString(), e.finding()));
        } catch (NoSuchFileException e) {
            throw new VerificationStoppedException(
                    new VerificationOutcome.Unreadable(file.toString(), Finding.of(Fault.FILE_MISSING)));
        } catch (IOException e) {
            throw new VerificationStoppedException(
                    new VerificationOutcome.Unreadable(file.toString(), Finding.of(Fault.FILE_UNUSABLE)));
        }
    }

    /** The answers that name an entry as theirs. */
    Map<Long, List<String>> filesByIndex() {
        Map<Long, List<String>> files = new LinkedHashMap<>();
        answers.forEach((file, answer) -> files.computeIfAbsent(answer.index(), index -> new ArrayList<>())
                .add(file));
        return files;
    }

    /** @throws VerificationStoppedException if one contradicts itself or the one before it */
    void checkMutualConsistency(long size) throws VerificationStoppedException {
        for (Map.Entry<String, RetainedAnswer> kept : answers.entrySet()) {
            RetainedAnswer answer = kept.getValue();
            if (answer.index() >= answer.checkpoint().size()) {
                throw differs(
                        kept.getKey(),
                        answer,
                        size,
                        Finding.of(
                                Fault.INDEX_BEYOND_SIZE,
                                answer.index(),
                                answer.checkpoint().size()));
            }
            for (RetainedAnswer previous : answers.values()) {
                if (answer.follows(previous)) {
                    compare(kept.getKey(), previous, answer, size);
                }
            }
        }
    }

    private static void compare(String file, RetainedAnswer previous, RetainedAnswer answer, long size)
            throws VerificationStoppedException {
        if (answer.consistency().isEmpty()) {
            throw differs(file, answer, size, Finding.of(Fault.CONSISTENCY_MISSING));
        }
        if (!answer.consistency().get().proves(previous.checkpoint(), answer.checkpoint())) {
            throw differs(
                    file,
                    answer,
                    size,
                    Finding.of(Fault.CONSISTENCY_WRONG, previous.checkpoint().size()));
        }
    }

    private static VerificationStoppedException differs(
            String file, RetainedAnswer answer, long size, Finding finding) {
        return new VerificationStoppedException(
                new VerificationOutcome.NotConsistent(file, answer.checkpoint().size(), size, finding));
    }
}
