package jinbo.operator.drop;

import jinbo.batch.Drops;
import jinbo.batch.SignedProbe;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.drop.DropOperations.CheckDrop;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;

@OperationHandlers
class DropHandlers {

    private final AssociationKeys keys;
    private final Insurers insurers;
    private final Drops drops;
    private final SignedProbe probe;

    DropHandlers(AssociationKeys keys, Insurers insurers, Drops drops, SignedProbe probe) {
        this.keys = keys;
        this.insurers = insurers;
        this.drops = drops;
        this.probe = probe;
    }

    @Handles
    DropChecked check(CheckDrop asked) {
        keys.requireOpen();
        Insurer insurer = insurers.get(asked.code());
        return DropChecked.of(insurer, drops.check(insurer, probe));
    }
}
