package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import jinbo.batch.Reason;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.ReingestUploads;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recovery ingest}: takes lost uploads in again, and answers them again. */
@Command(name = "ingest")
final class IngestUnrecordedFiles implements RequiresSecondPerson {

    @Option(names = "--insurer", paramLabel = "CODE")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--file", paramLabel = "NAME")
    private Optional<String> file = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.INGEST_UNRECORDED;
    }

    @Override
    public Outline outline(Installation installation) {
        new Reason(reason);
        insurer.ifPresent(installation.get(Insurers.class)::get);
        return Outline.of(
                "recovery-ingest",
                file.or(() -> insurer.map(InsurerCode::value)).orElse("*"));
    }

    @Override
    public Answer answer(Installation installation) {
        installation.get(AssociationKeys.class).requireOpen();
        Insurers insurers = installation.get(Insurers.class);
        List<Insurer> from = insurer.map(insurers::get).map(List::of).orElseGet(insurers::all).stream()
                .filter(Insurer::isActive)
                .toList();
        ReingestUploads reingestUploads = installation.get(ReingestUploads.class);
        CollectReport report = file.map(name -> reingestUploads.reingest(
                        from, name, reason, installation.standing().actor()))
                .orElseGet(() -> reingestUploads.reingest(
                        from, reason, installation.standing().actor()));
        return Collected.of(installation, report);
    }
}
