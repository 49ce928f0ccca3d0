package jinbo.accesslog;

import java.util.List;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TileDamagedException;
import org.springframework.stereotype.Component;

/** Compares the tree's tiles with its head and with checkpoints that were signed. */
@Component
record CheckTree(TileTable tiles) {

    /** @throws LogFindingException if they disagree */
    void check(TreeHead treeHead, List<LastSignedCheckpoint.Signed> signed) {
        if (treeHead.size() < 0) {
            throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "the head says " + treeHead.size() + " entries");
        }
        try {
            MerkleTree tree = new MerkleTree(tiles, treeHead.size());
            if (!tree.root().equals(treeHead.root())) {
                throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "the tiles have another root than the head");
            }
            signed.forEach(checkpoint -> compare(tree, checkpoint));
            // last: a log that went back has too much of everything
            tiles.notOf(treeHead.size()).ifPresent(tile -> {
                throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, tile);
            });
        } catch (TileDamagedException e) {
            throw LogFindingException.damaged(e);
        }
    }

    private static void compare(MerkleTree tree, LastSignedCheckpoint.Signed signed) {
        Checkpoint head = signed.head();
        if (head.size() > tree.size()) {
            throw signed.longerThan(tree.size());
        }
        if (!tree.at(head.size()).root().equals(head.root())) {
            throw signed.notContinued();
        }
    }
}
