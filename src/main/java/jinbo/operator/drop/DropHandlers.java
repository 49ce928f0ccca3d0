package jinbo.operator.drop;

import java.io.IOException;
import java.time.Clock;
import jinbo.batch.DropPasswords;
import jinbo.batch.Drops;
import jinbo.batch.SignedProbe;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.drop.DropOperations.CheckDrop;
import jinbo.operator.drop.DropOperations.DropChecked;
import jinbo.operator.drop.DropOperations.PasswordKept;
import jinbo.operator.drop.DropOperations.SetDropPassword;
import jinbo.participant.insurer.DropChecks;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.OperationHandlers;

/** Carries out the {@link DropOperations}. */
@OperationHandlers
record DropHandlers(
        AssociationKeys keys,
        Insurers insurers,
        Drops drops,
        SignedProbe probe,
        DropChecks checks,
        DropPasswords passwords,
        Clock clock) {

    @Handles
    DropChecked check(CheckDrop input) {
        keys.requireOpen();
        Insurer insurer = insurers.get(input.code());
        DropChecked checked = DropChecked.of(insurer, drops.check(insurer, probe));
        if (checked.good()) {
            checks.succeeded(insurer.code(), clock.instant());
        }
        return checked;
    }

    @Handles
    PasswordKept keep(SetDropPassword input) throws IOException {
        InsurerCode code = input.code();
        if (!(insurers.get(code).drop() instanceof DropLocation.Remote)) {
            throw new InsurerException(InsurerError.NO_SERVER_WITH_PASSWORD, code);
        }
        if (input.forget()) {
            return new PasswordKept(code, false, passwords.forget(code));
        }
        boolean replaced = passwords.find(code).isPresent();
        passwords.set(
                code,
                input.passwordFile().isPresent()
                        ? passwords.in(input.passwordFile().get().path())
                        : HiddenText.require(input.password(), "password").text());
        return new PasswordKept(code, true, replaced);
    }
}
