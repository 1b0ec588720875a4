-- The feed of the comments under an article: what changed last, the same cost at 100 and at 100,000 comments. Ordered by
-- when a comment took its state, so that a late publication and a take-down of an old comment both stand at the top.
create index comment_changes on comment (article_id, settled_at desc, id desc) where published_at is not null;
