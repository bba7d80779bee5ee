/* Keeps others from putting alerts into messages of a channel until the transaction ends.
   in:  $channel
   out: one row: place (of the last alert that is in one) */
MATCH (c:AlertChannel {name: $channel})
// the write takes the lock before anything is read
SET c.tries = coalesce(c.tries, 0) + 1
RETURN c.place AS place
