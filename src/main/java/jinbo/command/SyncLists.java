package jinbo.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.envelope.Certificate;
import jinbo.exchange.FileKind;
import jinbo.partner.MakeAck;
import jinbo.partner.OutboxNote;
import jinbo.partner.OwnDrop;
import jinbo.partner.SendFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code partner sync}: drops what waits, fetches, applies, acknowledges; what a timer runs. */
@Command(name = "sync")
final class SyncLists implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Mixin
    private UnitsTyped units = new UnitsTyped();

    @Override
    public Answer answer(Surroundings surroundings) throws IOException {
        return partner.alone(surroundings, this::sync);
    }

    private Synced sync(OwnSide side) throws IOException {
        try (OwnDrop drop = side.connect()) {
            List<String> dropped = dropWaiting(side, drop);
            Fetched fetched = Fetched.of(side, side.deliveries().fetch(drop.session(), side.now()));
            OwnSide now = side.afterCertificates();
            Applied applied = new Applying(now).apply(false);
            Optional<Certificate> next = signWithNext(now);
            OwnSide signing = next.isPresent() ? now.signingWith(next.get()) : now;
            Optional<String> ack = applied.sequence().isPresent() ? acknowledge(signing, drop) : Optional.empty();
            return new Synced(
                    dropped,
                    fetched,
                    applied,
                    ack,
                    next.map(key -> KeyJudged.inGroups(key.fingerprint().value())));
        }
    }

    /** From the list on that is encrypted to the next key, the association accepts what it signs. */
    private static Optional<Certificate> signWithNext(OwnSide side) throws IOException {
        Optional<Certificate> next = side.ownKeys()
                .next()
                .filter(key ->
                        !key.signingKeys(side.now(), side.partner().policy()).isEmpty());
        if (next.isEmpty() || !side.isAccepted(next.get().fingerprint())) {
            return Optional.empty();
        }
        side.ownKeys().use(next.get().fingerprint(), side.partner().policy(), side.now());
        return next;
    }

    private static List<String> dropWaiting(OwnSide side, OwnDrop drop) throws IOException {
        List<String> dropped = new ArrayList<>();
        for (OutboxNote note : side.outbox().waiting()) {
            dropped.add(side.send().drop(note, drop.session(), side.now()).file());
        }
        return dropped;
    }

    /** Once a list and set of units. */
    private Optional<String> acknowledge(OwnSide side, OwnDrop drop) throws IOException {
        byte[] json = new MakeAck(side.partner().code(), side.held()).make(units.units());
        SendFile.Wish wish = new SendFile.Wish(FileKind.ACK, side.today(), OptionalInt.empty());
        Optional<OutboxNote> sealed = side.send().sealOnce(wish, () -> new ByteArrayInputStream(json), side.now());
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                side.send().drop(sealed.get(), drop.session(), side.now()).file());
    }

    /**
     * The answer.
     *
     * @param dropped what had waited in the outbox
     * @param fetched what was fetched
     * @param applied what became of the lists
     * @param acknowledgement the name of the acknowledgement that was dropped now
     * @param signs the fingerprint of the own key that signs from this acknowledgement on, where that is another one
     */
    record Synced(
            List<String> dropped,
            Fetched fetched,
            Applied applied,
            Optional<String> acknowledgement,
            Optional<String> signs)
            implements Answer {

        @Override
        public boolean complete() {
            return fetched.complete() && applied.complete();
        }

        @Override
        public void tell(Page page) {
            dropped.forEach(file -> page.say("partner.sent", file));
            fetched.tell(page);
            applied.tell(page);
            acknowledgement.ifPresent(file -> page.say("partner.acknowledged", file));
            signs.ifPresent(key -> page.say("partner.certificate.signs", key));
        }
    }
}
