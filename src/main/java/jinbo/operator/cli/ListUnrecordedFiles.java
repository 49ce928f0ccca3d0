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
        List<OfRestoration> restorations = installation.get(Recoveries.class).all().stream()
                .map(recovery -> OfRestoration.of(recovery, unrecordedFiles, uploads))
                .toList();
        return new LostList(
                restorations,
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
     * @param state how far an upload has been taken in again; empty for the others
     */
    record Lost(
            InsurerCode insurer,
            UnrecordedFile.Kind kind,
            String file,
            long size,
            Instant modifiedAt,
            Optional<UploadRecoveryStates.State> state) {
        static Lost of(UnrecordedFile file, UploadRecoveryStates uploads) {
            return new Lost(
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
     * A restoration and what it has lost.
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
    record OfRestoration(
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
            List<Lost> files) {
        static OfRestoration of(Recovery recovery, UnrecordedFiles unrecordedFiles, UploadRecoveryStates uploads) {
            return new OfRestoration(
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
                            .map(file -> Lost.of(file, uploads))
                            .toList());
        }
    }

    /**
     * The answer.
     *
     * @param restorations the oldest first; only the last one can be open
     * @param problems insurers that could not be looked at, and why
     */
    record LostList(List<OfRestoration> restorations, List<Remark> problems) implements Answer {
        @Override
        public boolean complete() {
            return problems.isEmpty();
        }

        @Override
        public void tell(Page page) {
            if (restorations.isEmpty()) {
                page.say("lost.none");
            }
            for (OfRestoration restoration : restorations) {
                tell(page, restoration);
            }
            TellRemarks.on(page, "lost.not-seen", problems);
        }

        private static void tell(Page page, OfRestoration restoration) {
            String noticed = Page.time(restoration.noticedAt());
            if (restoration.settledAt().isPresent()) {
                page.say(
                        restoration.force().orElse(false) ? "lost.given-up" : "lost.settled",
                        restoration.number(),
                        noticed,
                        Page.time(restoration.settledAt().get()),
                        Page.orNothing(restoration.settledBy()),
                        Page.orNothing(restoration.reason()),
                        restoration.count());
                return;
            }
            boolean suspected = restoration.corroboration().isEmpty();
            String insurer = restoration.firstInsurer().value();
            page.say(
                    suspected ? "lost.suspected" : "lost.open",
                    restoration.number(),
                    noticed,
                    restoration.count(),
                    insurer);
            page.table(
                    "insurer lost_kind file modified_at lost_state",
                    restoration.files(),
                    file -> Page.cells(
                            file.insurer(),
                            page.texts().of("lost.kind." + file.kind()),
                            file.file(),
                            file.modifiedAt(),
                            file.state()
                                    .map(state -> page.texts().of("lost.state." + state))
                                    .orElse(Page.NOTHING)));
            page.blank();
            page.say(suspected ? "lost.suspected-next" : "lost.next", insurer);
        }
    }
}
