package jinbo.exchange.sftp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.files.Sha256;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/** An SFTP server, version 3, with invented names; each is a small file with the SHA-256 of its requested path. */
final class HostileSftpSubsystem implements SubsystemFactory {

    private static final int REGULAR = 0100644;
    private static final int FOLDER = 040755;
    private static final Set<String> FOLDERS = Set.of("upload", "archive", "download");
    private static final int PERMISSIONS = 4;
    private static final int FLAGS = 1 | PERMISSIONS | 8;
    private static final int TIME = (int) TestDrop.NOON.getEpochSecond();

    private static final int VERSION = 2;
    private static final int STATUS = 101;
    private static final int HANDLE = 102;
    private static final int DATA = 103;
    private static final int NAME = 104;
    private static final int ATTRS = 105;

    private static final int EOF = 1;
    private static final int OK = 0;

    private final IntFunction<List<byte[]>> listing;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger unasked = new AtomicInteger();
    private final Map<Integer, Integer> refused = new ConcurrentHashMap<>();
    private volatile boolean withoutPermissions;
    private volatile long size = 64;

    /**
     * @param listing the names of each answer to a listing, by its number from 0; no names for the end
     */
    HostileSftpSubsystem(IntFunction<List<byte[]>> listing) {
        this.listing = listing;
    }

    /** Sends unrequested answers before each listing. */
    HostileSftpSubsystem answeringUnasked(int times) {
        unasked.set(times);
        return this;
    }

    /** Answers requests of a type with a status and no message. */
    HostileSftpSubsystem refusing(int type, int status) {
        refused.put(type, status);
        return this;
    }

    /** Omits permissions. */
    HostileSftpSubsystem withoutPermissions() {
        withoutPermissions = true;
        return this;
    }

    /** States a size for all files. */
    HostileSftpSubsystem stating(long stated) {
        size = stated;
        return this;
    }

    /** The requested paths. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String getName() {
        return "sftp";
    }

    @Override
    public Command createSubsystem(ChannelSession channel) {
        return new Session();
    }

    private final class Session extends AbstractCommandSupport {

        private int answers;
        private String open = "";

        private Session() {
            super("sftp", null);
        }

        @Override
        public void run() {
            try {
                DataInputStream in = new DataInputStream(getInputStream());
                while (true) {
                    answer(in.readNBytes(in.readInt()));
                }
            } catch (EOFException over) {
                onExit(0);
            } catch (IOException broken) {
                onExit(1);
            }
        }

        private void answer(byte[] packet) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(packet));
            int type = in.readUnsignedByte();
            int id = in.readInt();
            if (refused.containsKey(type)) {
                status(id, refused.get(type));
                return;
            }
            switch (type) {
                case 1 -> send(VERSION, out -> out.writeInt(3));
                case 3, 11 -> {
                    open = text(in);
                    send(HANDLE, id, out -> string(out, "h".getBytes(StandardCharsets.US_ASCII)));
                }
                case 4 -> status(id, OK);
                case 5 -> read(in, id);
                case 7, 8, 17 -> {
                    String path = text(in);
                    asked.add(path);
                    send(ATTRS, id, out -> attributes(out, FOLDERS.contains(path) ? FOLDER : REGULAR));
                }
                case 12 -> list(id);
                case 16 -> {
                    byte[] path = text(in).getBytes(StandardCharsets.UTF_8);
                    send(NAME, id, out -> {
                        out.writeInt(1);
                        string(out, path);
                        string(out, path);
                        attributes(out, FOLDER);
                    });
                }
                default -> {
                    asked.add(text(in));
                    status(id, OK);
                }
            }
        }

        private void read(DataInputStream in, int id) throws IOException {
            text(in);
            byte[] content = content();
            if (in.readLong() > 0) {
                status(id, EOF);
            } else {
                send(DATA, id, out -> string(out, content));
            }
        }

        private byte[] content() throws IOException {
            return Sha256.of(new ByteArrayInputStream(open.getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private void list(int id) throws IOException {
            for (int i = unasked.get(); i > 0; i--) {
                int other = -i;
                send(DATA, other, out -> string(out, new byte[30_000]));
            }
            List<byte[]> names = listing.apply(answers++);
            if (names.isEmpty()) {
                status(id, EOF);
                return;
            }
            send(NAME, id, out -> {
                out.writeInt(names.size());
                for (byte[] name : names) {
                    string(out, name);
                    string(out, new byte[0]);
                    attributes(out, REGULAR);
                }
            });
        }

        private void attributes(DataOutputStream out, int permissions) throws IOException {
            out.writeInt(withoutPermissions ? FLAGS & ~PERMISSIONS : FLAGS);
            out.writeLong(size);
            if (!withoutPermissions) {
                out.writeInt(permissions);
            }
            out.writeInt(TIME);
            out.writeInt(TIME);
        }

        private void status(int id, int code) throws IOException {
            send(STATUS, id, out -> {
                out.writeInt(code);
                string(out, new byte[0]);
                string(out, new byte[0]);
            });
        }

        private void send(int type, int id, Written body) throws IOException {
            send(type, out -> {
                out.writeInt(id);
                body.to(out);
            });
        }

        private void send(int type, Written body) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(type);
            body.to(out);
            DataOutputStream line = new DataOutputStream(getOutputStream());
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            new DataOutputStream(packet).writeInt(bytes.size());
            bytes.writeTo(packet);
            line.write(packet.toByteArray());
            line.flush();
        }
    }

    @FunctionalInterface
    private interface Written {
        void to(DataOutputStream out) throws IOException;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void string(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
