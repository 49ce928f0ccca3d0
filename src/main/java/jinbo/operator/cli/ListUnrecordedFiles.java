package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.batch.Remark;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.batch.recovery.UnrecordedFile;
import jinbo.batch.recovery.UnrecordedFiles;
import jinbo.batch.recovery.UploadRecoveryStates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;

/** {@code recovery list}: file by file, what lies on the drops and in the spool and no record knew. */
@Command(name = "list")
final class ListUnrecordedFiles implements Task {

    private static final int AT_A_TIME = 2;
    private static final int MOST = 10_000;

    @Override
    public Duty duty() {
        return Duty.EXAMINE_FILES;
    }

    @Override
    public Answer answer(Installation installation) {
        ScanAllInsurers.Result looked = installation.get(ScanAllInsurers.class).look(AT_A_TIME);
        UnrecordedFiles unrecordedFiles = installation.get(UnrecordedFiles.class);
        UploadRecoveryStates uploads = installation.get(UploadRecoveryStates.class);
        List<OfRecovery> recoveries = installation.get(Recoveries.class).all().stream()
                .map(recovery -> OfRecovery.of(recovery, unrecordedFiles, uploads))
                .toList();
        return new UnrecordedList(
                recoveries,
                looked.notSeen().entrySet().stream()
                        .map(problem -> new Remark(problem.getKey(), problem.getValue()))
                        .toList());
    }

    /**
     * A file that no record knew.
     *
     * @param insurer whose drop it lies on
     * @param kind what it is
     * @param file its name
     * @param size in bytes
     * @param modifiedAt the drop's time of it
     * @param state how far an upload has been ingested again; empty for the others
     */
    record FileLine(
            InsurerCode insurer,
            UnrecordedFile.Kind kind,
            String file,
            long size,
            Instant modifiedAt,
            Optional<UploadRecoveryStates.State> state) {
        static FileLine of(UnrecordedFile file, UploadRecoveryStates uploads) {
            return new FileLine(
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
     * A recovery and what it has lost.
     *
     * @param number its number
     * @param noticedAt when it was noticed
     * @param firstInsurer whose drop gave the first sign
     * @param firstSeen the file that was the first sign
     * @param corroboration what else shows that the database is older; empty while only that insurer gets no list
     * @param settledAt when it was settled
     * @param settledBy by whom
     * @param reason why
     * @param force whether something was given up
     * @param count how many files were lost
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
            List<FileLine> files) {
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
                            .map(file -> FileLine.of(file, uploads))
                            .toList());
        }
    }

    /**
     * The answer.
     *
     * @param recoveries the oldest first; only the last one can be open
     * @param problems insurers that could not be looked at, and why
     */
    record UnrecordedList(List<OfRecovery> recoveries, List<Remark> problems) implements Answer {
        @Override
        public boolean complete() {
            return problems.isEmpty();
        }

        @Override
        public void tell(Page page) {
            if (recoveries.isEmpty()) {
                page.say("recovery.none");
            }
            for (OfRecovery recovery : recoveries) {
                tell(page, recovery);
            }
            TellRemarks.on(page, "recovery.not-seen", problems);
        }

        private static void tell(Page page, OfRecovery recovery) {
            String noticed = Page.time(recovery.noticedAt());
            if (recovery.settledAt().isPresent()) {
                page.say(
                        recovery.force().orElse(false) ? "recovery.given-up" : "recovery.settled",
                        recovery.number(),
                        noticed,
                        Page.time(recovery.settledAt().get()),
                        Page.orNothing(recovery.settledBy()),
                        Page.orNothing(recovery.reason()),
                        recovery.count());
                return;
            }
            boolean suspected = recovery.corroboration().isEmpty();
            String insurer = recovery.firstInsurer().value();
            page.say(
                    suspected ? "recovery.suspected" : "recovery.open",
                    recovery.number(),
                    noticed,
                    recovery.count(),
                    insurer);
            page.table(
                    "insurer lost_kind file modified_at lost_state",
                    recovery.files(),
                    file -> Page.cells(
                            file.insurer(),
                            page.texts().of("recovery.kind." + file.kind()),
                            file.file(),
                            file.modifiedAt(),
                            file.state()
                                    .map(state -> page.texts().of("recovery.state." + state))
                                    .orElse(Page.NOTHING)));
            page.blank();
            page.say(suspected ? "recovery.suspected-next" : "recovery.next", insurer);
        }
    }
}
