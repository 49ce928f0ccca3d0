package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.SftpErrorDataHandler;
import org.apache.sshd.sftp.client.SftpMessage;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.impl.DefaultSftpClient;

/**
 * The library's SFTP client, but for a server that answers what nobody asked, because the library keeps such answers for ever, so that
 * a server could fill our memory with them; and whoever waits for the server does so with {@link MinimumThroughput}.
 */
final class StrictSftpClient extends DefaultSftpClient {

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /**
     * The version that every server speaks. Its rename must fail where the new name exists (draft-ietf-secsh-filexfer-02,
     * section 6.5), and its times are whole seconds; with one version all drops behave alike.
     */
    private static final SftpVersionSelector VERSION_3 = SftpVersionSelector.fixedVersionSelector(3);

    /** The server's version, which comes before anything is asked by number. */
    private static final int GREETING = 1;

    // no initial values: the constructor of the library's class counts already, before they would be set
    private long asked;
    private long answered;

    private final DropContext dropContext;
    private final Duration answerTimeout;

    StrictSftpClient(ClientSession session, DropContext dropContext, Duration answerTimeout) throws IOException {
        super(session, VERSION_3, SftpErrorDataHandler.EMPTY);
        this.dropContext = dropContext;
        this.answerTimeout = answerTimeout;
    }

    DropContext dropContext() {
        return dropContext;
    }

    Duration answerTimeout() {
        return answerTimeout;
    }

    @Override
    public SftpMessage write(int command, Buffer buffer) throws IOException {
        synchronized (this) {
            asked++;
        }
        throughput().asked(command, buffer.available());
        return throughput().waitFor(() -> super.write(command, buffer));
    }

    @Override
    public int send(int command, Buffer buffer) throws IOException {
        return throughput().waitFor(() -> super.send(command, buffer));
    }

    @Override
    public Buffer receive(int id, Duration idleTimeout) throws IOException {
        return throughput().waitFor(() -> super.receive(id, idleTimeout));
    }

    @Override
    protected void process(Buffer incoming) throws IOException {
        synchronized (this) {
            answered++;
            if (answered > asked + GREETING) {
                throw new StreamCorruptedException("the server sent an unexpected answer");
            }
        }
        int type = incoming.array()[incoming.rpos() + Integer.BYTES] & 0xFF;
        throughput().answered(type, incoming.available());
        super.process(incoming);
    }

    /** Ends the connection: says goodbye, and hangs up on a server that does not answer that. */
    @Override
    public void close() {
        ClientSession session = getClientSession();
        boolean saidGoodbye = false;
        try {
            saidGoodbye = session.close(false).await(FAREWELL);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The line is dead already; hanging up is all that is left.
            saidGoodbye = false;
        }
        if (!saidGoodbye) {
            session.close(true);
        }
    }

    private MinimumThroughput throughput() {
        return MinimumThroughput.of(getClientSession());
    }
}
