package jinbo.operator.cli;

import java.io.IOException;
import jinbo.batch.Drops;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.participant.staff.Duty;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import picocli.CommandLine.Command;

/** {@code key ssh}: by what insurers' servers know the association, and by what its own server is known. */
@Command(name = "ssh")
final class ShowSshIdentity implements Task {

    private static final String COMMENT = "jinbo-association";

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        AssociationKeys keys = installation.get(AssociationKeys.class);
        SshPublicKey login = new SshPublicKey(keys.ssh().getPublic());
        SshPublicKey host =
                new SshPublicKey(SshKeyFile.readOrGenerate(keys.hostKeyFile()).getPublic());
        return new SshIdentity(
                login.line(COMMENT),
                login.fingerprint(),
                host.fingerprint(),
                installation.get(Drops.class).knownHostsLine());
    }

    /**
     * The answer.
     *
     * @param authorizedKeysLine for {@code authorized_keys} on an insurer's server
     * @param fingerprint of that key
     * @param embeddedHostKey fingerprint that the embedded server shows
     * @param embeddedKnownHostsLine for {@code known_hosts} of who has an account on the embedded server
     */
    record SshIdentity(
            String authorizedKeysLine, String fingerprint, String embeddedHostKey, String embeddedKnownHostsLine)
            implements Answer {
        @Override
        public void tell(Page page) {
            page.say("ssh.login");
            page.print(authorizedKeysLine);
            page.blank();
            page.fields("fingerprint", fingerprint, "embedded_host_key", embeddedHostKey);
            page.blank();
            page.say("ssh.known-hosts");
            page.print(embeddedKnownHostsLine);
        }
    }
}
