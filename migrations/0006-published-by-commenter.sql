-- How often a commenter was published is asked with every comment; those still waiting, often the more, are not read for it.
create index comment_published_by_commenter on comment (commenter_id) where state = 'published';
