package jinbo.command;

import java.io.IOException;
import java.util.Optional;
import jinbo.partner.ApplyBlockLists;
import jinbo.partner.Checked;
import jinbo.partner.HeldList;
import jinbo.partner.VerifiedList;

/** Applies the lists of the inbox, and says which one is held now. */
final class Applying {

    private final OwnSide side;

    Applying(OwnSide side) {
        this.side = side;
    }

    /** @param anew whether the chain is given up */
    Applied apply(boolean anew) throws IOException {
        HeldList held = side.held();
        Optional<VerifiedList> before = held.applied();
        ApplyBlockLists lists = new ApplyBlockLists(side.partner(), held);
        Optional<Checked<VerifiedList>> checked = anew
                ? lists.beginAnew(side.folder().inbox(), side.now(), side.today())
                : lists.apply(side.folder().inbox(), side.now(), side.today());
        return Applied.of(before, held.applied(), checked);
    }
}
