package jinbo.operator.drop;

import java.io.IOException;
import jinbo.batch.DropPasswords;
import jinbo.batch.Drops;
import jinbo.batch.SignedProbe;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.drop.DropOperations.CheckDrop;
import jinbo.operator.drop.DropOperations.SetDropPassword;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;

@OperationHandlers
class DropHandlers {

    private final AssociationKeys keys;
    private final Insurers insurers;
    private final Drops drops;
    private final SignedProbe probe;
    private final DropPasswords passwords;

    DropHandlers(AssociationKeys keys, Insurers insurers, Drops drops, SignedProbe probe, DropPasswords passwords) {
        this.keys = keys;
        this.insurers = insurers;
        this.drops = drops;
        this.probe = probe;
        this.passwords = passwords;
    }

    @Handles
    DropChecked check(CheckDrop asked) {
        keys.requireOpen();
        Insurer insurer = insurers.get(asked.code());
        return DropChecked.of(insurer, drops.check(insurer, probe));
    }

    @Handles
    PasswordKept keep(SetDropPassword asked) throws IOException {
        InsurerCode code = asked.code();
        if (!(insurers.get(code).drop() instanceof DropLocation.Remote)) {
            throw new InsurerException(InsurerError.NO_SERVER_WITH_PASSWORD, code);
        }
        if (asked.forget()) {
            return new PasswordKept(code, false, passwords.forget(code));
        }
        boolean replaced = passwords.find(code).isPresent();
        passwords.set(
                code,
                asked.passwordFile().isPresent()
                        ? passwords.in(asked.passwordFile().get().path())
                        : asked.password().orElseThrow().text());
        return new PasswordKept(code, true, replaced);
    }
}
