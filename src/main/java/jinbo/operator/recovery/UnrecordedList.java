package jinbo.operator.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.batch.Remark;
import jinbo.batch.recovery.Recovery;
import jinbo.batch.recovery.UnrecordedFile;
import jinbo.batch.recovery.UnrecordedFiles;
import jinbo.batch.recovery.UploadRecoveryStates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;

/**
 * @param recoveries the oldest first; only the last one can be open
 * @param problems insurers that could not be looked at, and why
 */
record UnrecordedList(List<OfRecovery> recoveries, List<Remark> problems) implements Incomplete {

    private static final int MOST = 10_000;

    /**
     * @param modifiedAt the drop's time of it
     * @param state how far an upload has been ingested again; empty for the others
     */
    record LostFile(
            InsurerCode insurer,
            UnrecordedFile.Kind kind,
            String file,
            long size,
            Instant modifiedAt,
            Optional<UploadRecoveryStates.State> state) {

        static LostFile of(UnrecordedFile file, UploadRecoveryStates uploads) {
            return new LostFile(
                    file.insurer(),
                    file.kind(),
                    file.name(),
                    file.size(),
                    file.modified(),
                    Optional.of(file)
                            .filter(any -> any.kind() == UnrecordedFile.Kind.UPLOAD)
                            .map(uploads::of));
        }
    }

    /**
     * @param corroboration what else shows that the database is older; empty while only that insurer gets no list
     * @param force whether something was given up
     * @param files the first ten thousand of them
     */
    record OfRecovery(
            long number,
            Instant noticedAt,
            InsurerCode firstInsurer,
            String firstSeen,
            Optional<Recovery.Evidence> corroboration,
            Optional<Instant> settledAt,
            Optional<String> settledBy,
            Optional<String> reason,
            Optional<Boolean> force,
            long count,
            List<LostFile> files) {

        enum Standing {
            SUSPECTED,
            OPEN,
            SETTLED,
            GIVEN_UP
        }

        static OfRecovery of(Recovery recovery, UnrecordedFiles unrecordedFiles, UploadRecoveryStates uploads) {
            return new OfRecovery(
                    recovery.id(),
                    recovery.noticedAt(),
                    recovery.insurer(),
                    recovery.seen(),
                    recovery.corroboration(),
                    recovery.settled().map(Recovery.Settlement::at),
                    recovery.settled().map(Recovery.Settlement::by),
                    recovery.settled().map(Recovery.Settlement::reason),
                    recovery.settled().map(Recovery.Settlement::force),
                    unrecordedFiles.count(recovery),
                    unrecordedFiles.of(recovery, MOST).stream()
                            .map(file -> LostFile.of(file, uploads))
                            .toList());
        }

        @Derived
        Standing standing() {
            return force.map(givenUp -> givenUp ? Standing.GIVEN_UP : Standing.SETTLED)
                    .orElse(corroboration.isEmpty() ? Standing.SUSPECTED : Standing.OPEN);
        }

        @Derived
        List<LostFile> waiting() {
            return settledAt.isPresent() ? List.of() : files;
        }
    }

    @Override
    public boolean complete() {
        return problems.isEmpty();
    }
}
